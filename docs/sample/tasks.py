#!/usr/bin/env python3
"""Writes a task file for each framework of the sample's second part, in the folder with datasets/.

Usage: tasks.py SEED   (writes auto-sklearn.csv, h2o.csv, ... and baselines.csv)

Problem types take turns, so that what is there after any time has both.
"""

import csv
import itertools
import sys

FRAMEWORKS = {name: [name] for name in ("auto-sklearn", "auto_ml", "h2o", "tpot")}
FRAMEWORKS["baselines"] = (
    "constant decision-tree random-forest gradient-boosting linear nearest-neighbours".split()
)


def problems(type):
    with open(f"datasets/study_sample-{type}_info.csv", newline="") as file:
        return [(row["DATASET_ID"], type) for row in csv.DictReader(file)]


def main(seed):
    pairs = itertools.zip_longest(problems("classification"), problems("regression"))
    turns = [problem for pair in pairs for problem in pair if problem]
    for name, models in FRAMEWORKS.items():
        with open(f"{name}.csv", "w", newline="") as file:
            rows = [(model, *problem, seed) for problem in turns for model in models]
            header = ("framework", "dataset", "type", "seed")
            csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main(sys.argv[1])
