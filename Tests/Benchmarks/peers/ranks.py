"""What a user of autorank would write: tests over mean F1, their report, their table and their figure."""

import sys

import matplotlib
import pandas as pd
from autorank import autorank, create_report, latex_table, plot_stats

matplotlib.use("svg")

runs = pd.read_csv(sys.argv[1])
means = runs[runs["TYPE"] == "classification"].pivot_table(
    index="DATASET_ID", columns="MODEL", values="F1_SCORE")
result = autorank(means, alpha=0.05, verbose=False, order="descending")
create_report(result)
latex_table(result)
plot_stats(result, allow_insignificant=True)
matplotlib.pyplot.savefig("autorank.svg")
