"""Writes the Parquet files that ParquetTest reads, with Arrow's own library.

    python src/test/python/parquet_files.py src/test/resources/tritone/corpus
    python src/test/python/parquet_files.py --show FILE

The second form prints the rows of FILE as JSON Lines, as PythonParquetTest asks. Made with pyarrow 25.0.1.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

TEXTS = [
    "A lighthouse, a storm, and two people who will not talk.\nI loved it.",
    "Tabs\tand \"quotes\", a \\ and \r\n a line end.",
    "Café, naïve, e\u0301, \U0001f3ac\U0001f468\u200d\U0001f469\u200d\U0001f467, \u2028 and \u0085.",
    "",
    "  spaces around  ",
    "\ufeffa mark before the first word",
    "The same words again and again. " * 40,
]
ROWS = 42
LABELS = ["neg", "pos"]


def reviews():
    texts = [TEXTS[i % len(TEXTS)] + (f" {i}" if i % 7 > 3 else "") for i in range(ROWS)]
    return [
        {
            "id": f"film-{i // 5}/{i}",
            "text": text,
            "label": None if i % 10 == 9 else i % 2,
            "stars": None if i % 6 == 5 else 1 + i % 9 / 2,
            "movie": None if i % 4 == 3 else f"Film {i // 5}",
        }
        for i, text in enumerate(texts)
    ]


def table():
    rows = reviews()
    features = {
        "text": {"dtype": "string", "_type": "Value"},
        "label": {"names": LABELS, "_type": "ClassLabel"},
    }
    schema = pa.schema(
        [
            ("id", pa.string()),
            ("tags", pa.list_(pa.string())),
            ("text", pa.string()),
            ("label", pa.int64()),
            ("stars", pa.float64()),
            ("movie", pa.string()),
            ("inner", pa.struct([("text", pa.string()), ("words", pa.int32())])),
        ],
        metadata={"huggingface": json.dumps({"info": {"features": features}})},
    )
    for i, row in enumerate(rows):
        row["tags"] = ["a", "b"][: i % 3]
        row["inner"] = None if i % 5 == 4 else {"text": f"inner {i}", "words": i}
    return pa.Table.from_pylist(rows, schema)


def types():
    """The same few reviews in every type that a column may have."""
    return pa.table(
        {
            "id": pa.array([1, 2, 4_000_000_000], pa.uint32()),
            "review": pa.array(["fine", "dull", "meh"], pa.large_string()),
            "sentiment": pa.array([True, False, None], pa.bool_()),
            "score": pa.array([9, 1, None], pa.int8()),
            "small": pa.array([4.5, float("nan"), 1], pa.float32()),
            "price": pa.array([Decimal("4.50"), Decimal("-0.25"), None], pa.decimal128(5, 2)),
            "kind": pa.array(["a b", "c", None]).dictionary_encode(),
            "bytes": pa.array([b"f\xc3\xbcr", b"\xff", None], pa.binary()),
        }
    )


def write(folder):
    common = {"row_group_size": 16, "data_page_size": 256, "write_batch_size": 4}
    files = {
        "plain-v1": {"compression": "none", "use_dictionary": False},
        "snappy-v1": {"compression": "snappy", "use_dictionary": True},
        "gzip-v2": {"compression": "gzip", "use_dictionary": True, "data_page_version": "2.0"},
        "zstd-v2": {"compression": "zstd", "use_dictionary": False, "data_page_version": "2.0"},
        "lz4-v1": {"compression": "lz4", "use_dictionary": ["movie"], "write_page_checksum": True},
        "delta-v2": {
            "compression": "snappy",
            "use_dictionary": False,
            "data_page_version": "2.0",
            "column_encoding": {
                "id": "DELTA_BYTE_ARRAY",
                "text": "DELTA_LENGTH_BYTE_ARRAY",
                "label": "DELTA_BINARY_PACKED",
                "stars": "BYTE_STREAM_SPLIT",
            },
        },
    }
    for name, options in files.items():
        pq.write_table(table(), folder / f"{name}.parquet", **common, **options)
    pq.write_table(types(), folder / "types.parquet")
    pq.write_table(types(), folder / "brotli.parquet", compression="brotli")
    pq.write_table(types().slice(0, 0), folder / "empty.parquet")
    with open(folder / "reviews.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for row in reviews():
            row["label"] = None if row["label"] is None else LABELS[row["label"]]
            out.write(json.dumps(row) + "\n")


def show(file):
    for row in pq.read_table(file).to_pylist():
        print(json.dumps(row))


if sys.argv[1] == "--show":
    show(sys.argv[2])
else:
    write(Path(sys.argv[1]))
