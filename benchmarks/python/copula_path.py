#!/usr/bin/env python3
"""The common Python path on this machine: a Gaussian copula with fitted marginals, of NumPy, SciPy, pandas and scikit-learn.

It reads a table of numbers and words, fits a beta distribution to each number column (maximum likelihood) and shares of
the unit interval to each column of words, takes the correlation of the normal scores, draws 100, 1,000 and 10,000 rows, writes
them, and compares them with the table: two-sample Kolmogorov-Smirnov for each number column, nearest neighbours among the
patients for each row. What the libraries do not do is left out. Usage: copula_path.py TABLE.csv FOLDER
"""
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler

EDGE = 1e-6


class Numbers:
    """A beta distribution on the range of the column, and its share of gaps."""

    def __init__(self, values: pd.Series) -> None:
        seen = values.dropna().to_numpy(float)
        self.low, self.width = seen.min() - EDGE, np.ptp(seen) + 2 * EDGE
        self.a, self.b, _, _ = stats.beta.fit(seen, floc=self.low, fscale=self.width)
        self.filled = values.fillna(seen.mean()).to_numpy(float)
        self.gaps = values.isna().mean()

    def uniform(self) -> np.ndarray:
        return stats.beta.cdf(self.filled, self.a, self.b, self.low, self.width)

    def values(self, uniform: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        drawn = stats.beta.ppf(uniform, self.a, self.b, self.low, self.width)
        return np.where(rng.random(len(drawn)) < self.gaps, np.nan, drawn)


class Words:
    """A share of the unit interval for each word."""

    def __init__(self, values: pd.Series) -> None:
        texts = values.fillna("").astype(str)
        shares = texts.value_counts(normalize=True)
        self.words = shares.index.to_numpy()
        self.edges = np.concatenate([[0.0], np.cumsum(shares.to_numpy())])
        self.codes = texts.map({word: i for i, word in enumerate(self.words)}).to_numpy()

    def uniform(self) -> np.ndarray:
        return (self.edges[self.codes] + self.edges[self.codes + 1]) / 2

    def values(self, uniform: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        return self.words[np.clip(np.searchsorted(self.edges, uniform) - 1, 0, len(self.words) - 1)]


def scores(marginals: list) -> np.ndarray:
    uniform = np.column_stack([marginal.uniform() for marginal in marginals])
    return stats.norm.ppf(np.clip(uniform, EDGE, 1 - EDGE))


def nearest(real: pd.DataFrame, synthetic: pd.DataFrame) -> np.ndarray:
    scaler = StandardScaler().fit(real)
    tree = NearestNeighbors(n_neighbors=2).fit(scaler.transform(real))
    return tree.kneighbors(scaler.transform(synthetic))[0]


def main(table: Path, folder: Path) -> None:
    real = pd.read_csv(table)
    names = [name for name in real.columns if real[name].nunique() > 0]
    numeric = [n for n in names if pd.api.types.is_numeric_dtype(real[n]) and real[n].nunique() > 1]
    marginals = [Numbers(real[n]) if n in numeric else Words(real[n]) for n in names]
    correlation = np.nan_to_num(np.corrcoef(scores(marginals), rowvar=False))
    np.fill_diagonal(correlation, 1.0)
    rng = np.random.default_rng(7)
    means = real[numeric].mean()
    for rows in (100, 1_000, 10_000):
        normal = rng.multivariate_normal(np.zeros(len(names)), correlation, rows, check_valid="ignore")
        uniform = stats.norm.cdf(normal)
        synthetic = pd.DataFrame(
            {n: m.values(uniform[:, i], rng) for i, (n, m) in enumerate(zip(names, marginals))}
        )
        synthetic.to_csv(folder / f"python-{rows}.csv", index=False)
        for name in numeric:
            stats.ks_2samp(real[name].dropna(), synthetic[name].dropna())
        nearest(real[numeric].fillna(means), synthetic[numeric].fillna(means))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
