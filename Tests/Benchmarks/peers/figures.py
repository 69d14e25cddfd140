"""The figures of the analysis by matplotlib: each pair of frameworks, boxes, and mean ranks.

Shapes of datasets are not drawn: what is timed has none.
"""

import itertools
import sys

import matplotlib
import pandas as pd

matplotlib.use("svg")
from matplotlib import pyplot as plt  # noqa: E402

runs = pd.read_csv(sys.argv[1])
for kind, column, sign in [("classification", "F1_SCORE", 1), ("regression", "MSE", -1)]:
    chosen = runs[runs["TYPE"] == kind].copy()
    signed = sign * chosen[column]
    by_dataset = signed.groupby(chosen["DATASET_ID"])
    least, greatest = by_dataset.transform("min"), by_dataset.transform("max")
    chosen["scaled"] = (signed - least) / (greatest - least)
    means = chosen.groupby(["DATASET_ID", "MODEL"])["scaled"].mean().unstack()

    names = list(means.columns)
    figure, axes = plt.subplots(len(names) - 1, len(names) - 1, figsize=(14, 14))
    for row, column_ in itertools.product(range(len(names) - 1), repeat=2):
        axis = axes[row][column_]
        if column_ > row:
            axis.set_visible(False)
            continue
        axis.scatter(means[names[column_]], means[names[row + 1]], s=4)
        axis.plot([0, 1], [0, 1], linewidth=0.5)
        axis.set_xlabel(names[column_])
        axis.set_ylabel(names[row + 1])
    figure.savefig(f"DatasetMean{column}.svg")
    plt.close(figure)

    figure, axis = plt.subplots(figsize=(9, 6))
    groups = [group["scaled"] for _, group in chosen.groupby("MODEL")]
    axis.boxplot(groups, tick_labels=names, orientation="horizontal")
    figure.savefig(f"RawDataBoxPlot{column}.svg")
    plt.close(figure)

    ranks = (-means).rank(axis=1).mean().sort_values()
    figure, axis = plt.subplots(figsize=(9, 3))
    axis.scatter(ranks, [0] * len(ranks))
    for name, rank in ranks.items():
        axis.annotate(name, (rank, 0), rotation=60)
    figure.savefig(f"ranks-{column}.svg")
    plt.close(figure)
