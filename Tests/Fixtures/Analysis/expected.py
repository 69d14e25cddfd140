"""Makes compiled_results.csv, its study files and expected.csv, with pandas and numpy alone.

The results are made up: they only have to be awkward (runs that are missing, negative R2, a dataset
that one framework never finished). expected.csv holds what the original's analysis comes to on them,
step by step as its run_analysis.py takes them: drop every (dataset, seed) that any framework missed,
|R2|, z-score then min-max of F1 and MSE over a dataset's runs, 1 - MSE, means per framework and
dataset, then over datasets the mean, the median and 1.57 IQR / sqrt(runs of the type / 4).

Run with Python 3.11, pandas 1.5.3, numpy 1.24.2: python3 expected.py
"""

import numpy as np
import pandas as pd

FRAMEWORKS = ["auto-sklearn", "tpot", "h2o", "auto_ml"]
SEEDS = np.random.RandomState(1400).randint(1000, size=10)
STUDIES = {"classification": [11, 12, 13, 14], "regression": [21, 22, 23]}

random = np.random.RandomState(7)
rows, number = [], 0
for framework in FRAMEWORKS:
    for kind, datasets in STUDIES.items():
        for dataset in datasets:
            for seed in SEEDS:
                missed = random.rand() < 0.04 or (framework == "h2o" and dataset == 14)
                if not missed:
                    a, b = random.rand(2).round(6)
                    scores = (
                        [np.nan, np.nan, a + 0.1, 0.5 + b / 2]
                        if kind == "classification"
                        else [10.0 ** (dataset - 21) * (1 + a), b - 0.3, np.nan, np.nan]
                    )
                    rows.append([number, framework, dataset, kind, seed] + scores)
                number += 1

columns = ["ID", "MODEL", "DATASET_ID", "TYPE", "SEED", "MSE", "R2_SCORE", "LOGLOSS", "F1_SCORE"]
runs = pd.DataFrame(rows, columns=columns)
runs.round(9).to_csv("compiled_results.csv", index=False)
runs = pd.read_csv("compiled_results.csv")
for kind, datasets in STUDIES.items():
    pd.DataFrame(
        [[d, f"d{d}", 100 * (d - 9), d, 2 if kind == "classification" else 90] for d in datasets],
        columns=["DATASET_ID", "DATASET_NAME", "ROWS", "FEATURES", "CLASSES"],
    ).to_csv(f"study_{kind}_info.csv", index=False)

finished = runs.groupby(["DATASET_ID", "SEED"]).MODEL.transform("nunique")
runs = runs[finished == len(FRAMEWORKS)].copy()
runs.R2_SCORE = runs.R2_SCORE.abs()


def scaled(values):
    z = (values - values.mean()) / values.std(ddof=0)
    return (z - z.min()) / (z.max() - z.min())


groups = runs.groupby("DATASET_ID")
runs["f1_scaled"] = groups.F1_SCORE.transform(scaled)
runs["mse_scaled"] = 1 - groups.MSE.transform(scaled)

out = []
for metric, column, kind in [
    ("f1", "F1_SCORE", "classification"),
    ("logloss", "LOGLOSS", "classification"),
    ("mse", "MSE", "regression"),
    ("r2", "R2_SCORE", "regression"),
]:
    n = (runs.TYPE == kind).sum() / 4
    for framework in FRAMEWORKS:
        own = runs[(runs.TYPE == kind) & (runs.MODEL == framework)].groupby("DATASET_ID")
        mean = own[column].mean()
        row = [metric, framework, mean.mean(), mean.median()]
        row.append(1.57 * (mean.quantile(0.75) - mean.quantile(0.25)) / np.sqrt(n))
        name = f"{metric}_scaled"
        if name in runs:
            mean = own[name].mean()
            row.append(mean.median())
            row.append(1.57 * (mean.quantile(0.75) - mean.quantile(0.25)) / np.sqrt(n))
        out.append(row + [np.nan] * (7 - len(row)))
names = ["metric", "framework", "mean", "median", "notch", "scaled_median", "scaled_notch"]
pd.DataFrame(out, columns=names).to_csv("expected.csv", index=False, float_format="%.17g")
