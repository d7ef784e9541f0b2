"""Writes the figures that GoldenComparisonTest compares with: src/test/resources/tritone/evaluation/comparison.json.

Made with SciPy 1.17.1 and NumPy; nothing of it is needed to build or to test. Each kind of figure draws from a generator of
its own, so that one may change without the others.
"""

import itertools
import json
import pathlib

import numpy as np
from scipy.stats import binomtest, bootstrap as resampled, chi2, norm, t, ttest_1samp, ttest_rel

TARGET = pathlib.Path(__file__).parents[1] / "resources/tritone/evaluation/comparison.json"


def mcnemar():
    """Reviews that only the first has right, only the second, exact p, corrected chi-squared and its p."""
    counts = [(0, 0), (1, 0), (0, 1), (1, 1), (5, 0), (3, 10), (10, 3), (12, 12), (12, 13), (7, 18), (60, 90), (0, 40)]
    counts += [(511, 489), (700, 300), (4_900, 5_100), (50_000, 50_000), (49_700, 50_300), (48_000, 52_000), (100_000, 0)]
    for first, second in counts:
        n = first + second
        statistic = (abs(first - second) - 1) ** 2 / n if first != second else 0.0
        approximate = chi2.sf(statistic, 1)
        assert abs(approximate - 2 * norm.sf(statistic**0.5)) <= 1e-12 * approximate
        exact = binomtest(min(first, second), n, 0.5).pvalue if n else 1.0
        yield [first, second, exact, statistic, approximate]


def closed(p):
    """Holm's adjustment by the principle behind it, not by his steps: a hypothesis falls if all sets of hypotheses that it
    is in fall, each by Bonferroni's test. Takes all the sets, so only for a few hypotheses."""
    sets = [s for size in range(1, len(p) + 1) for s in itertools.combinations(range(len(p)), size)]
    return [max(min(1.0, len(s) * min(p[j] for j in s)) for s in sets if i in s) for i in range(len(p))]


def holm():
    """Values of p, null for a test that was not possible, and the adjusted ones."""
    random = np.random.default_rng(2)
    cases = [[], [None], [0.03], [0.01, 0.04, 0.03, 0.005], [0.2, 0.2, 0.01, 0.01], [0.0, 1.0, 0.5], [0.4, 0.3, 0.6, 0.9]]
    cases += [[None, 0.02, None, 0.01], [0.02, 0.02, 0.02, None], (random.random(10) ** 4).tolist()]
    cases += [(random.integers(0, 5, 9) / 80).tolist(), (random.random(10) ** 3).tolist() + [None]]
    for p in cases:
        adjusted = iter(closed([value for value in p if value is not None]))
        yield [p, [None if value is None else next(adjusted) for value in p]]


def paired_t():
    """Differences; mean, deviation, t and p; and as of folds: test and train reviews, t and p."""
    random = np.random.default_rng(3)
    for n, gap, spread in [(2, 0.01, 0.01), (3, 0, 0.01), (5, 0.02, 0.01), (5, -0.3, 1e-3), (10, 0.005, 0.01), (30, 1, 1e-4)]:
        first = random.normal(0.8, 0.02, n)
        second = first - random.normal(gap, spread, n)
        differences = first - second
        test = ttest_1samp(differences, 0)
        pairs = ttest_rel(first, second)
        assert abs(test.statistic - pairs.statistic) <= 1e-9 * abs(test.statistic)
        deviation = np.std(differences, ddof=1)
        test_reviews, train_reviews = int(random.integers(100, 1000)), int(random.integers(1000, 9000))
        variance = deviation**2 * (1 / n + test_reviews / train_reviews)
        corrected = np.mean(differences) / np.sqrt(variance)
        plain = [np.mean(differences), deviation, test.statistic, test.pvalue]
        folds = [test_reviews, train_reviews, corrected, 2 * t.sf(abs(corrected), n - 1)]
        yield [differences.tolist(), plain, folds]


def twice_median():
    """Values of p, and twice the median."""
    random = np.random.default_rng(4)
    for n in [2, 3, 4, 5, 10, 11]:
        p = random.random(n) ** 2
        yield [p.tolist(), min(1.0, 2 * np.median(p))]
    yield [[0.4, 0.9, 0.6], 1.0]


def seeds(random, ease, skills):
    """Whether each seed has each review right, some of which are easier for all of them."""
    return [random.random(len(ease)) < 1 / (1 + np.exp(-ease - skill)) for skill in skills]


def percentiles(data, statistic, seed):
    interval = resampled(
        data, statistic, paired=True, vectorized=True, n_resamples=100_000, batch=5_000, method="percentile", rng=seed
    ).confidence_interval
    return [float(interval.low), float(interval.high)]


def bootstrap():
    """Reviews that each seed of both classifiers has right; value, low, high, deviation of accuracies and difference."""
    random = np.random.default_rng(5)
    cases = [(400, [1.5], [1.2]), (300, [1, 1.2, 1.1], [0.9, 1.3]), (1_000, [2, 2], [2]), (60, [0.5], [0, 0.2, 0.1, 0])]
    for reviews, first_skills, second_skills in cases:
        ease = random.normal(0, 2, reviews)
        first, second = seeds(random, ease, first_skills), seeds(random, ease, second_skills)
        a, b = np.mean(first, axis=0), np.mean(second, axis=0)
        rows = []
        for data, value, spread in [((a,), a.mean(), a), ((b,), b.mean(), b), ((a, b), a.mean() - b.mean(), a - b)]:
            statistic = (lambda x, y, axis: x.mean(axis) - y.mean(axis)) if len(data) == 2 else (lambda x, axis: x.mean(axis))
            rows.append([value, *percentiles(data, statistic, random), np.std(spread) / np.sqrt(reviews)])
        right = [["".join("01"[int(r)] for r in seed) for seed in classifier] for classifier in (first, second)]
        yield [right, rows]


def main():
    kinds = {"mcnemar": mcnemar, "holm": holm, "paired_t": paired_t, "twice_median": twice_median, "bootstrap": bootstrap}
    lines = []
    for name, rows in kinds.items():
        entries = ",\n".join(json.dumps(row, allow_nan=False) for row in rows())
        lines.append(f'"{name}": [\n{entries}\n]')
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
