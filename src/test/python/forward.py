"""Probabilities of models that Tritone trained, computed with NumPy from what is in their folders and nothing else.

    python3 forward.py REVIEWS MODEL... > probabilities.jsonl

REVIEWS holds a review on each line as a JSON list of ids or of tokens; MODEL is a folder. Prints a JSON object for each
model: the folder's name, the reviews' ids, and the probability of each class for each review. Needs NumPy; weights are read
with the library safetensors where it is installed.

Written from the equations in the comments of CellVariant, Readout and Normalisation and from the names in NetworkSpec and
LevelShape, in double precision, a step at a time. The golden values of GoldenModelsTest were made with it, by

    cd src/test/resources/tritone/model/golden
    python3 ../../../../python/forward.py reviews.jsonl */ > probabilities.jsonl
"""

import json
import pathlib
import sys

import numpy as np

PADDING, UNKNOWN, FIRST_WORD = 0, 1, 2
EPSILON = 1e-5
DTYPES = {"F32": "<f4", "F16": "<f2", "I8": "<i1", "I32": "<i4"}


def read_arrays(path):
    try:
        from safetensors.numpy import load_file

        return load_file(path)
    except ImportError:
        return read_arrays_plainly(path)


def read_arrays_plainly(path):
    data = path.read_bytes()
    begin = 8 + int.from_bytes(data[:8], "little")
    arrays = {}
    for name, entry in json.loads(data[8:begin]).items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            numbers = np.frombuffer(data[begin + first : begin + last], DTYPES[entry["dtype"]])
            arrays[name] = numbers.reshape(entry["shape"])
    return arrays


def weights(arrays):
    """What the arrays mean, in double precision: each row of int8 has a scale beside it. Whole numbers stay."""
    meant = {}
    for name, array in arrays.items():
        if array.dtype == np.int8:
            scales = arrays[name + ".scale"].astype(np.float32)
            # As in single precision, in which the numbers are meant.
            rows = array.astype(np.float32) * scales.reshape(-1, *[1] * (array.ndim - 1))
            meant[name] = rows.astype(np.float64)
        elif not name.endswith(".scale"):
            meant[name] = array if array.dtype == np.int32 else array.astype(np.float64)
    return meant


def read_vocabulary(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith("# tritone vocabulary 1, ")
    return {line.split("\t")[0]: FIRST_WORD + rank for rank, line in enumerate(lines[1:-1])}


def sigmoid(x):
    # By way of tanh nothing overflows.
    return 0.5 * (1 + np.tanh(0.5 * x))


def softmax(x):
    exp = np.exp(x - np.max(x))
    return exp / np.sum(exp)


def simple_rnn(activation):
    def step(x, h, c, w):
        return activation(x + h @ w["RW"]), c

    return step


def lstm(x, h, c, w):
    i, f, o, g = np.split(x + h @ w["RW"], 4)
    p = w["P"].reshape(3, -1) if "P" in w else np.zeros((3, len(h)))
    new = sigmoid(f + p[1] * c) * c + sigmoid(i + p[0] * c) * np.tanh(g)
    return sigmoid(o + p[2] * new) * np.tanh(new), new


def gru(x, h, c, w):
    units = len(h)
    z, r = np.split(sigmoid(x[: 2 * units] + h @ w["RW"][:, : 2 * units]), 2)
    own = w["RW"][:, 2 * units :]
    if "rb" in w:  # reset after the product
        g = np.tanh(x[2 * units :] + r * (h @ own + w["rb"]))
    else:
        g = np.tanh(x[2 * units :] + (r * h) @ own)
    return (1 - z) * h + z * g, c


STEPS = {
    "simple-rnn-tanh": simple_rnn(np.tanh),
    "simple-rnn-relu": simple_rnn(lambda x: np.maximum(0, x)),
    "lstm": lstm,
    "lstm-peephole": lstm,
    "gru-reset-before": gru,
    "gru-reset-after": gru,
}


def normalised(inputs, kind, w):
    if kind == "none":
        return inputs
    if kind == "layer":
        mean = inputs.mean(axis=1, keepdims=True)
        variance = inputs.var(axis=1, keepdims=True)
    else:
        mean, variance = w["mean"], w["var"]
    return (inputs - mean) / np.sqrt(variance + EPSILON) * w["g"] + w["s"]


def run_cell(inputs, variant, units, w):
    """The state after each step."""
    w = dict(w, RW=w["RW"].reshape(units, -1))
    sums = inputs @ w["W"].reshape(inputs.shape[1], -1) + w["b"]
    h, c = np.zeros(units), np.zeros(units)
    states = np.zeros((len(inputs), units))
    for t, x in enumerate(sums):
        h, c = STEPS[variant](x, h, c, w)
        states[t] = h
    return states


def run_level(inputs, cell, w):
    """The states by position; those of a cell that reads from the end are turned round again."""
    if cell["variant"] == "none":
        return inputs
    forward = {name: array for name, array in w.items() if not name.startswith("back")}
    back = {name.removeprefix("back"): array for name, array in w.items() if name.startswith("back")}
    run = lambda x, own: run_cell(x, cell["variant"], cell["units"], own)
    if cell["direction"] == "forward":
        return run(inputs, forward)
    if cell["direction"] == "backward":
        return run(inputs[::-1], forward)[::-1]
    return np.concatenate([run(inputs, forward), run(inputs[::-1], back)[::-1]], axis=1)


def last(states, direction, units):
    if direction == "forward":
        return states[-1]
    if direction == "backward":
        return states[0]
    return np.concatenate([states[-1, :units], states[0, units:]])


def read_out(states, network, w):
    """A review without words has nothing but zeros."""
    kind, cell = network["readout"], network["cell"]
    parts = 3 if kind == "last-mean-max" else 1
    if len(states) == 0:
        return np.zeros(parts * states.shape[1])
    if kind == "attention":
        return softmax(np.tanh(states) @ w["q"]) @ states
    readings = {
        "last": [last(states, cell["direction"], cell["units"])],
        "mean": [states.mean(axis=0)],
        "max": [states.max(axis=0)],
    }
    readings["last-mean-max"] = readings["last"] + readings["mean"] + readings["max"]
    return np.concatenate(readings[kind])


def of_level(arrays, level):
    mark = f"{level}."
    return {name.removeprefix(mark): array for name, array in arrays.items() if name.startswith(mark)}


def network_scores(ids, network, w):
    levels = network["levels"]
    embedding = w["0.E"].reshape(network["vocabulary"], network["embedding"])
    states = embedding[np.array(ids, dtype=int)]
    states = normalised(states, network["cell"]["normalisation"], of_level(w, 0))
    for level in range(levels):
        states = run_level(states, network["cell"], of_level(w, level))
    features = read_out(states, network, of_level(w, levels - 1))
    output = of_level(w, levels)
    sums = features @ output["W"].reshape(len(features), -1) + output["b"]
    return np.array([0, sums[0]]) if len(sums) == 1 else sums


def linear_scores(ids, w):
    """Each word and phrase counts once; for more than two classes each has a sigmoid of its own."""
    vocabulary = w["words"].shape[1]
    phrases = []
    for first, second in w["pairs"].tolist():
        phrases.append((phrases[first - vocabulary] if first >= vocabulary else (first,)) + (second,))
    there = lambda phrase: any(tuple(ids[i : i + len(phrase)]) == phrase for i in range(len(ids)))
    found = [place for place, phrase in enumerate(phrases) if there(phrase)]
    words = sorted({x for x in ids if x >= FIRST_WORD})
    sums = w["bias"] + w["words"][:, words].sum(axis=1) + w["pair_weights"][:, found].sum(axis=1)
    return np.array([0, sums[0]]) if len(sums) == 1 else -np.logaddexp(0, -sums)


def of_model(folder, reviews):
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert config["format"] in (1, 2)
    temperature = 1 if config["format"] == 1 else config["architecture"]["temperature"]
    words = read_vocabulary(folder / "vocab.txt")
    w = weights(read_arrays(folder / "model.safetensors"))
    network = config["architecture"]["network"]
    ids = [[x if isinstance(x, int) else words.get(x, UNKNOWN) for x in review] for review in reviews]
    probabilities = [
        softmax((linear_scores(review, w) if network is None else network_scores(review, network, w)) / temperature)
        for review in ids
    ]
    assert all(len(p) == len(config["architecture"]["labels"]) for p in probabilities)
    return {"model": folder.name, "ids": ids, "probabilities": [p.tolist() for p in probabilities]}


def main(reviews, *folders):
    with open(reviews, encoding="utf-8") as lines:
        reviews = [json.loads(line) for line in lines]
    for folder in folders:
        print(json.dumps(of_model(pathlib.Path(folder), reviews), allow_nan=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
