"""What a user of pandas would write: the leaderboard and the scaled scores of a compiled_results.csv."""

import sys

import pandas as pd

runs = pd.read_csv(sys.argv[1])
for kind, column, sign in [("classification", "F1_SCORE", 1), ("regression", "MSE", -1)]:
    chosen = runs[runs["TYPE"] == kind]
    means = chosen.groupby(["DATASET_ID", "MODEL"])[column].mean().unstack()
    ranks = (-sign * means).rank(axis=1)
    wins = ranks.eq(1).sum()
    board = pd.DataFrame({"mean_rank": ranks.mean(), "wins": wins, "mean": means.mean()})
    print(board.sort_values("mean_rank").to_csv(sep="\t"))

    signed = sign * chosen[column]
    by_dataset = signed.groupby(chosen["DATASET_ID"])
    least, greatest = by_dataset.transform("min"), by_dataset.transform("max")
    scaled = (signed - least) / (greatest - least)
    per_dataset = scaled.groupby([chosen["MODEL"], chosen["DATASET_ID"]]).mean()
    quartiles = per_dataset.groupby("MODEL").quantile([0.25, 0.5, 0.75]).unstack()
    print(quartiles.to_csv(sep="\t"))
