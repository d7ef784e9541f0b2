"""Writes the figures that GoldenComparisonTest compares with: src/test/resources/tritone/evaluation/comparison.json.

Made with SciPy 1.17.1 and NumPy; nothing of it is needed to build or to test. Each kind of figure draws from a generator of
its own, so that one may change without the others.
"""

import json
import pathlib

import numpy as np
from scipy.stats import binomtest, chi2, norm

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


def main():
    kinds = {"mcnemar": mcnemar}
    lines = []
    for name, rows in kinds.items():
        entries = ",\n".join(json.dumps(row, allow_nan=False) for row in rows())
        lines.append(f'"{name}": [\n{entries}\n]')
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
