"""The common Python path beside the spine command, in the same run: pandas, SciPy, scikit-learn.

common_path.py path COHORT.csv FOLDER: reads a table, fits a Gaussian copula with beta marginals by
maximum likelihood, writes 100, 1,000 and 10,000 synthetic rows as CSV, and computes the two-sample
Kolmogorov-Smirnov distance of each number and the two nearest patients of each row. It checks no
rules, keeps no patient's extreme out and knows nothing of privacy.

common_path.py neighbours: seconds that the two nearest of N points in 98 dimensions take for 10,000
points, N = 125, 370, 1,000, 5,000, each the median of five: by this step, whose figures on the
specification's machine are known, two machines are compared.
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import OneHotEncoder, StandardScaler

SIZES = (100, 1000, 10000)
TINY = 1e-6


class Number:
    """A number: beta on its observed range, drawn by the quantile function."""

    def __init__(self, column):
        known = column.dropna()
        self.column = column
        self.decimals = max((len(text.partition(".")[2]) for text in known.astype(str)), default=0)
        self.missing = column.isna().mean()
        self.low, self.width = known.min(), (known.max() - known.min()) or 1.0
        self.law = beta(self.unit(known))

    def unit(self, values):
        return np.clip((values - self.low) / self.width, TINY, 1 - TINY)

    def uniform(self, random):
        return self.law.cdf(self.unit(self.column.fillna(self.column.mean())))

    def values(self, uniform, random):
        drawn = np.round(self.low + self.width * self.law.ppf(uniform), self.decimals)
        return np.where(random.random(len(drawn)) < self.missing, np.nan, drawn)


def beta(unit):
    """By maximum likelihood; by moments where its equations have no solution."""
    try:
        a, b, _, _ = stats.beta.fit(unit, floc=0, fscale=1)
    except stats.FitError:
        mean, variance = unit.mean(), max(unit.var(), TINY)
        both = max(mean * (1 - mean) / variance - 1, TINY)
        a, b = mean * both, (1 - mean) * both
    return stats.beta(a, b)


class Category:
    """A category: an interval of the unit line as long as its share."""

    def __init__(self, column):
        self.column = column.astype(object).where(column.notna(), None)
        shares = self.column.value_counts(normalize=True, dropna=False)
        self.levels, self.ends = list(shares.index), np.cumsum(shares.to_numpy())
        self.starts = np.concatenate(([0.0], self.ends[:-1]))

    def uniform(self, random):
        index = {level: i for i, level in enumerate(self.levels)}
        at = self.column.map(index).fillna(0).astype(int).to_numpy()
        return self.starts[at] + random.random(len(at)) * (self.ends - self.starts)[at]

    def values(self, uniform, random):
        at = np.minimum(np.searchsorted(self.ends, uniform), len(self.levels) - 1)
        return np.array(self.levels, dtype=object)[at]


class Space:
    """Patients as points: scaled numbers, categories one by one."""

    def __init__(self, real, numbers, categories):
        self.numbers, self.categories, self.means = numbers, categories, real[numbers].mean()
        self.scaler = StandardScaler().fit(real[numbers].fillna(self.means))
        self.encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
        self.encoder.fit(real[categories].astype(str))

    def points(self, table):
        numbers = self.scaler.transform(table[self.numbers].fillna(self.means))
        return np.hstack((numbers, self.encoder.transform(table[self.categories].astype(str))))


def path(source, folder):
    random = np.random.default_rng(94)
    real = pd.read_csv(source)
    laws = {
        name: Number(column) if pd.api.types.is_numeric_dtype(column) else Category(column)
        for name, column in real.items()
    }
    normal = np.column_stack(
        [stats.norm.ppf(np.clip(law.uniform(random), TINY, 1 - TINY)) for law in laws.values()]
    )
    correlation = np.nan_to_num(np.corrcoef(normal, rowvar=False))
    np.fill_diagonal(correlation, 1.0)
    numbers = [name for name, law in laws.items() if isinstance(law, Number)]
    space = Space(real, numbers, [name for name in laws if name not in numbers])
    nearest = NearestNeighbors(n_neighbors=2, algorithm="brute").fit(space.points(real))
    for size in SIZES:
        drawn = random.multivariate_normal(np.zeros(len(laws)), correlation, size=size)
        uniform = stats.norm.cdf(drawn)
        synthetic = pd.DataFrame(
            {name: law.values(uniform[:, i], random) for i, (name, law) in enumerate(laws.items())}
        )
        synthetic.to_csv(Path(folder) / f"synthetic-{size}.csv", index=False)
        worst = max(stats.ks_2samp(real[n].dropna(), synthetic[n].dropna())[0] for n in numbers)
        distances, _ = nearest.kneighbors(space.points(synthetic))
        ratio = np.mean(distances[:, 0] / np.maximum(distances[:, 1], TINY))
        print(f"{size} rows: worst distance {worst:.3f}, mean ratio of neighbours {ratio:.3f}")


def neighbours():
    random = np.random.default_rng(94)
    asked = random.normal(size=(10000, 98))
    for patients in (125, 370, 1000, 5000):
        known = random.normal(size=(patients, 98))
        times = []
        for _ in range(5):
            start = time.perf_counter()
            NearestNeighbors(n_neighbors=2, algorithm="brute").fit(known).kneighbors(asked)
            times.append(time.perf_counter() - start)
        print(f"{statistics.median(times):.6f}")


if sys.argv[1] == "path":
    path(sys.argv[2], sys.argv[3])
else:
    neighbours()
