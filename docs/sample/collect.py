#!/usr/bin/env python3
"""Turns what runs.py left, and the datasets, into the two files that benchdb carries.

Usage: collect.py FOLDER   (a folder with datasets/ and runs.jsonl; writes runs.csv and datasets.csv)

Scores are kept to the last digit, seconds to the millisecond. one_hot counts the features once each
category that occurs is a column of its own.
"""

import csv
import json
import sys

TIMES = ("duration", "train_seconds", "predict_seconds", "cpu_seconds")
SCORES = ("f1", "auc", "logloss", "acc", "balacc", "mse", "r2", "rmse", "mae")
COLUMNS = ("framework", "version", "dataset_id", "dataset", "type", "seed", "budget")
COLUMNS += ("started_at", *TIMES, "peak_memory_mb", *SCORES)


def rows_of(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def one_hot(folder, dataset):
    kinds = {row["NAME"]: row["TYPE"] for row in rows_of(f"{folder}/{dataset}_types.csv")}
    rows = rows_of(f"{folder}/{dataset}.csv")
    categories = [column for column, kind in kinds.items() if kind == "categorical"]
    numbers = sum(kind == "numerical" for kind in kinds.values())
    return numbers + sum(len({row[column] for row in rows} - {""}) for column in categories)


def write(path, columns, rows):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def number(id):
    return id if id.isdigit() else ""


def main(folder):
    names, datasets = {}, []
    for type in ("classification", "regression"):
        for row in rows_of(f"{folder}/datasets/study_sample-{type}_info.csv"):
            id, name = row["DATASET_ID"], row["DATASET_NAME"]
            names[id] = name
            shape = {key.lower(): row[key] for key in ("ROWS", "FEATURES", "CLASSES")}
            shape |= {"dataset_id": number(id), "dataset": name, "type": type}
            datasets.append(shape | {"one_hot": one_hot(f"{folder}/datasets", id)})
    columns = ("dataset_id", "dataset", "type", "rows", "features", "classes", "one_hot")
    write("datasets.csv", columns, datasets)

    with open(f"{folder}/runs.jsonl") as file:
        runs = [json.loads(line) for line in file]
    for run in runs:
        assert run["status"] == "ok", "a run that failed has a class and a message to keep, too"
        run |= {time: f"{run[time]:.3f}" for time in TIMES}
        run["peak_memory_mb"] = f"{run['peak_memory_mb']:.1f}"
        run["dataset_id"] = number(run["dataset"])
        run["dataset"] = names[run["dataset"]]
    runs.sort(key=lambda run: [run[key] for key in ("framework", "type", "dataset", "seed")])
    write("runs.csv", COLUMNS, runs)


if __name__ == "__main__":
    main(sys.argv[1])
