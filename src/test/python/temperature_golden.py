"""Writes the temperatures that GoldenTemperatureTest compares with: src/test/resources/tritone/evaluation/temperatures.json.

Made with SciPy 1.17.1 and NumPy; nothing of it is needed to build or to test. SciPy's brentq finds where the slope of the
log loss is zero, and its bounded minimiser, which sees nothing but the loss, has to agree with that.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import log_softmax, softmax

TARGET = pathlib.Path(__file__).parents[1] / "resources/tritone/evaluation/temperatures.json"


def loss(truth, scores, temperature):
    return -log_softmax(scores / temperature, axis=1)[np.arange(len(truth)), truth].mean()


def slope(truth, scores, inverse):
    """Of the loss by one over the temperature: what the scores are in the mean, above that of the true class."""
    means = (softmax(scores * inverse, axis=1) * scores).sum(axis=1)
    return (means - scores[np.arange(len(truth)), truth]).mean()


def temperature(truth, scores):
    inverse = brentq(lambda x: slope(truth, scores, x), 1e-2, 1e2, xtol=1e-15, rtol=1e-15, maxiter=1000)
    seen = minimize_scalar(
        lambda x: loss(truth, scores, np.exp(x)), bounds=np.log([1e-2, 1e2]), method="bounded", options={"xatol": 1e-10}
    )
    assert abs(np.exp(seen.x) * inverse - 1) < 1e-5
    return 1 / inverse


def two_classes(random, reviews, sureness, noise):
    truth = random.integers(0, 2, reviews)
    odds = sureness * random.normal(2 * truth - 1, noise)
    return truth, np.stack([np.zeros(reviews), odds], axis=1)


def more_classes(random, reviews, classes, sureness):
    truth = random.integers(0, classes, reviews)
    return truth, sureness * (random.normal(size=(reviews, classes)) + 1.5 * np.eye(classes)[truth])


def inputs(random):
    """Name, true classes and scores of each case."""
    yield "well_calibrated", *two_classes(random, 400, 2, 1)
    yield "overconfident", *two_classes(random, 300, 9, 1)
    yield "timid", *two_classes(random, 300, 0.1, 1)
    yield "very_sure", *two_classes(random, 200, 80, 1.5)
    yield "few", *two_classes(random, 12, 3, 2)
    yield "three_classes", *more_classes(random, 200, 3, 2.5)
    yield "five_classes_timid", *more_classes(random, 150, 5, 0.2)
    truth, scores = two_classes(random, 100, 4, 1.5)
    yield "one_class", np.ones(100, dtype=int), scores + [0, 3]
    truth, scores = more_classes(random, 80, 4, 3)
    yield "shifted", truth, scores + random.normal(0, 500, (80, 1))


def main():
    random = np.random.default_rng(20261125)
    lines = [
        json.dumps(
            {
                "name": name,
                "truth": truth.tolist(),
                "scores": scores.tolist(),
                "temperature": temperature(truth, scores),
            },
            allow_nan=False,
        )
        for name, truth, scores in inputs(random)
    ]
    TARGET.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
