"""Writes the curves that GoldenCurveTest compares with: src/test/resources/tritone/evaluation/curves.json.

Made with scikit-learn 1.9.1 and NumPy; nothing of it is needed to build or to test. Probabilities are float32 values, written
with all their digits. Of more than two classes the curves are those of all pairs of a review and a class.
"""

import json
import pathlib

import numpy as np
from evaluation_golden import softmax, two_columns
from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

TARGET = pathlib.Path(__file__).parents[1] / "resources/tritone/evaluation/curves.json"


def inputs(random):
    """Name, true classes and probabilities of each case."""
    truth = random.integers(0, 2, 120)
    yield "two_classes", truth, two_columns(1 / (1 + np.exp(-random.normal(3 * truth - 1.5, 2))))

    truth = random.integers(0, 2, 80)
    yield "two_classes_ties", truth, two_columns(np.clip(random.integers(0, 9, 80) + 2 * truth - 1, 0, 8) / 8)

    truth = random.integers(0, 2, 40)
    yield "two_classes_all_right", truth, two_columns(0.5 * truth + 0.5 * random.random(40))
    yield "two_classes_all_wrong", truth, two_columns(0.5 - 0.5 * truth + 0.49 * random.random(40))
    yield "two_classes_one_probability", truth, two_columns(np.full(40, 0.25))

    truth = (random.random(100) < 0.05).astype(int)
    yield "two_classes_few_positives", truth, two_columns(random.random(100))

    truth = random.integers(0, 5, 30)
    yield "five_classes", truth, softmax(random.normal(size=(30, 5)) + 1.5 * np.eye(5)[truth])

    truth = random.integers(0, 3, 60)
    yield "three_classes_ties", truth, (random.multinomial(8, [1 / 3] * 3, 60) / 8).astype(np.float32)

    truth = random.choice([0, 3], 20)
    yield "four_classes_two_present", truth, softmax(random.normal(size=(20, 4)) + np.eye(4)[truth])
    yield "two_reviews", np.array([1, 0]), two_columns([0.25, 0.75])


def case(name, truth, probabilities):
    classes = probabilities.shape[1]
    if classes == 2:
        y, p = truth, probabilities[:, 1].astype(np.float64)
    else:
        y, p = np.eye(classes, dtype=int)[truth], probabilities.astype(np.float64)
    average = average_precision_score(y, p, average="micro")
    y, p = y.ravel(), p.ravel()
    false_positive_rates, true_positive_rates, _ = roc_curve(y, p, drop_intermediate=False)
    assert abs(auc(false_positive_rates, true_positive_rates) - roc_auc_score(y, p)) < 1e-14
    precisions, recalls, _ = precision_recall_curve(y, p, drop_intermediate=False)
    return {
        "name": name,
        "truth": truth.tolist(),
        "probabilities": probabilities.astype(np.float64).ravel().tolist(),
        "classes": classes,
        "false_positive_rates": false_positive_rates.tolist(),
        "true_positive_rates": true_positive_rates.tolist(),
        "recalls": recalls[::-1].tolist(),
        "precisions": precisions[::-1].tolist(),
        "average_precision": average,
    }


def main():
    random = np.random.default_rng(20261126)
    lines = ",\n".join(json.dumps(case(*given), allow_nan=False) for given in inputs(random))
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
