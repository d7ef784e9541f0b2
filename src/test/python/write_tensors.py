"""Writes the tensors that PythonTensorsTest reads, with the library that defines the format.

    python src/test/python/write_tensors.py src/test/resources/tritone/tensors/python.safetensors
    python src/test/python/write_tensors.py --check FILE

The second form opens FILE and fails unless it holds the same. Made with safetensors 0.8.0 and numpy 2.4.6.
"""

import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

METADATA = {"film": "Die Möwe \U0001f3ac \"zwei\"\n"}

TENSORS = {
    "matrix": np.array([[1.5, -0.0, np.inf], [np.float32(1e-45), 3.4028235e38, -np.inf]], dtype=np.float32),
    "counts": np.array([[[-2147483648, 2147483647]], [[0, -1]]], dtype=np.int32),
    "halves": np.array([65504, 6e-8, -0.1, 2049, np.inf], dtype=np.float32).astype(np.float16),
    "bytes.ü": np.array([-128, 0, 127], dtype=np.int8),
    "nothing": np.zeros((0, 3), dtype=np.int8),
}


def check(file):
    with safe_open(file, framework="numpy") as found:
        assert found.metadata() == METADATA, found.metadata()
        assert set(found.keys()) == set(TENSORS), found.keys()
        for name, expected in TENSORS.items():
            tensor = found.get_tensor(name)
            assert tensor.dtype == expected.dtype and tensor.shape == expected.shape, name
            assert tensor.tobytes() == expected.tobytes(), name


if sys.argv[1] == "--check":
    check(sys.argv[2])
else:
    save_file(TENSORS, sys.argv[1], metadata=METADATA)
    check(sys.argv[1])
