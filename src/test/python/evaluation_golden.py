"""Writes the figures that GoldenEvaluationTest compares with: src/test/resources/tritone/evaluation/golden.json.

Made with scikit-learn 1.9.1, SciPy 1.17.1 and NumPy; nothing of it is needed to build or to test. Probabilities are float32
values, written with all their digits, and every figure is computed from them in double precision.
"""

import json
import pathlib
import warnings

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import (
    brier_score_loss,
    confusion_matrix,
    log_loss,
    precision_recall_fscore_support,
    roc_auc_score,
)

TARGET = pathlib.Path(__file__).parents[1] / "resources/tritone/evaluation/golden.json"
BINS = 15


def two_columns(positive):
    """As a network with one sigmoid unit gives them: the first is one minus the second, in float32."""
    positive = np.asarray(positive, dtype=np.float32)
    return np.stack([np.float32(1) - positive, positive], axis=1)


def softmax(scores):
    exp = np.exp(scores - scores.max(axis=1, keepdims=True))
    return (exp / exp.sum(axis=1, keepdims=True)).astype(np.float32)


def inputs(random):
    """Name, true classes and probabilities of each case."""
    truth = random.integers(0, 2, 200)
    yield "two_classes", truth, two_columns(1 / (1 + np.exp(-random.normal(3 * truth - 1.5, 2))))

    truth = random.integers(0, 2, 120)
    yield "two_classes_ties", truth, two_columns(np.clip(random.integers(0, 9, 120) + 2 * truth - 1, 0, 8) / 8)

    truth = random.integers(0, 2, 60)
    yield "two_classes_extreme", truth, two_columns(np.where(random.random(60) < 0.2, 1 - truth, truth))

    truth = random.integers(0, 5, 150)
    yield "five_classes", truth, softmax(random.normal(size=(150, 5)) + 1.5 * np.eye(5)[truth])

    truth = random.integers(0, 5, 100)
    yield "five_classes_ties", truth, (random.multinomial(8, [0.2] * 5, 100) / 8).astype(np.float32)

    truth = random.integers(0, 5, 60)
    guess = np.where(random.random(60) < 0.3, random.integers(0, 5, 60), truth)
    yield "five_classes_extreme", truth, np.eye(5, dtype=np.float32)[guess]

    truth = random.choice([0, 1, 2, 4], 80)
    scores = random.normal(size=(80, 5)) + np.eye(5)[truth]
    scores[:, 1] -= 9
    yield "no_truth_3_and_no_prediction_1", truth, softmax(scores)

    yield "two_classes_one_present", np.ones(20, dtype=int), two_columns(random.random(20))
    yield "five_classes_one_present", np.full(20, 2), softmax(random.normal(size=(20, 5)))
    yield "one_review", np.array([0]), two_columns([0.25])


def roc_area(truth, p):
    classes = p.shape[1]
    one_versus_rest = [
        roc_auc_score(truth == c, p[:, c])
        for c in ([1] if classes == 2 else range(classes))
        if 0 < np.sum(truth == c) < len(truth)
    ]
    area = float(np.mean(one_versus_rest)) if one_versus_rest else None
    if classes > 2 and len(one_versus_rest) == classes:
        assert abs(area - roc_auc_score(truth, p, multi_class="ovr", average="macro")) < 1e-14
    return area


def calibration(truth, p):
    confidence = p.max(axis=1)
    right = p.argmax(axis=1) == truth
    bounds = np.linspace(0, 1, BINS + 1)
    error = 0
    bins = []
    for lower, upper in zip(bounds[:-1], bounds[1:]):
        inside = (confidence > lower) & (confidence <= upper)
        count = int(inside.sum())
        mean = float(confidence[inside].mean()) if count else 0.0
        accuracy = float(right[inside].mean()) if count else 0.0
        error += count / len(truth) * abs(accuracy - mean)
        bins.append([float(lower), float(upper), count, mean, accuracy])
    return bins, float(error)


def brier(truth, p):
    if p.shape[1] == 2:
        return brier_score_loss(truth, p[:, 1], pos_label=1)
    return brier_score_loss(truth, p, labels=range(p.shape[1]))


def wilson(successes, n):
    bounds = binomtest(successes, n).proportion_ci(confidence_level=0.95, method="wilson")
    return [successes / n, float(bounds.low), float(bounds.high)]


def figures(truth, probabilities):
    p = probabilities.astype(np.float64)
    labels = list(range(p.shape[1]))
    predicted = p.argmax(axis=1)  # the first of equal ones
    by_class = precision_recall_fscore_support(truth, predicted, labels=labels, zero_division=0)
    macro = precision_recall_fscore_support(truth, predicted, labels=labels, average="macro", zero_division=0)
    bins, error = calibration(truth, p)
    return {
        "accuracy": wilson(int((predicted == truth).sum()), len(truth)),
        "classes": np.stack(by_class, axis=1).tolist(),
        "macro": [float(value) for value in macro[:3]],
        "roc_area": roc_area(truth, p),
        "log_loss": log_loss(truth, p, labels=labels),
        "brier": brier(truth, p),
        "calibration_error": error,
        "calibration": bins,
        "confusion": confusion_matrix(truth, predicted, labels=labels).tolist(),
    }


def case(name, truth, probabilities):
    return {
        "name": name,
        "truth": truth.tolist(),
        "probabilities": probabilities.astype(np.float64).tolist(),
        "figures": figures(truth, probabilities),
    }


def main():
    # Sums of float32 values miss one by more than scikit-learn tolerates in double; it computes with them as they are.
    warnings.filterwarnings("ignore", message="The y_prob values do not sum to one")
    random = np.random.default_rng(20260801)
    cases = [case(*given) for given in inputs(random)]
    counts = [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (1, 1_000_000), (21_850, 25_000), (24_999, 25_000)]
    intervals = [[successes, n, *wilson(successes, n)] for successes, n in counts]
    lines = ",\n".join(json.dumps(entry, allow_nan=False) for entry in cases)
    TARGET.write_text(f'{{"cases": [\n{lines}\n],\n"intervals": {json.dumps(intervals)}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
