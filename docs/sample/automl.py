#!/usr/bin/env python3
"""Turns the warehouse of the sample's second part into the file that benchdb carries.

Usage: automl.py FOLDER   (a folder with datasets/ and bench.db; writes automl.csv)

The runs have one budget, what was the same for all: one core and 2000 MB. The time limit that each was told
is a column of its own. Of a log the last 3,000 characters are kept; where the frameworks' environments
lay is written as where they lie by default.
"""

import csv
import re
import sqlite3
import sys

SECONDS = ("duration", "train_seconds", "predict_seconds", "cpu_seconds")
SCORES = ("f1", "auc", "logloss", "acc", "balacc", "mse", "r2", "rmse", "mae")
LONGEST = 3000

RUNS = """
    SELECT f.name AS framework, f.version, coalesce(d.openml_id, '') AS dataset_id, d.name AS dataset,
      t.type, t.seed, '1c/2000MB' AS budget, CAST(b.soft_seconds AS INTEGER) AS time_limit,
      r.started_at, r.duration, r.train_seconds, r.predict_seconds, r.cpu_seconds, r.peak_memory_mb,
      r.status, r.class, r.message, r.details ->> 'model' AS model, l.text AS log, r.id
    FROM current_runs AS r
    JOIN tasks AS t ON t.id = r.task_id
    JOIN frameworks AS f ON f.id = t.framework_id
    JOIN datasets AS d ON d.id = t.dataset_id
    JOIN budgets AS b ON b.id = t.budget_id
    LEFT JOIN logs AS l ON l.run_id = r.id
    WHERE r.class IS NOT 'interrupted'
    ORDER BY framework, type, dataset, seed
"""


def names(folder):
    for type in ("classification", "regression"):
        with open(f"{folder}/datasets/study_sample-{type}_info.csv", newline="") as file:
            yield from ((row["DATASET_ID"], row["DATASET_NAME"]) for row in csv.DictReader(file))


def kept(log):
    text = re.sub(r"/\S*?/benchdb/frameworks/", "~/.local/share/benchdb/frameworks/", log or "")
    text = re.sub(r"/\S*?/benchdb-job-\w+/", "", text)
    left_out = len(text) - LONGEST
    return f"[{left_out:,} characters left out]\n{text[-LONGEST:]}" if left_out > 0 else text


def main(folder):
    warehouse = sqlite3.connect(f"{folder}/bench.db")
    warehouse.row_factory = sqlite3.Row
    name_of = dict(names(folder))
    rows = []
    for run in map(dict, warehouse.execute(RUNS)):
        scores = "SELECT m.name, value FROM scores JOIN metrics AS m ON m.id = metric_id WHERE run_id = ?"
        run |= dict(map(tuple, warehouse.execute(scores, [run.pop("id")])))
        run |= {key: f"{run[key]:.3f}" for key in SECONDS if run[key] is not None}
        if run["peak_memory_mb"] is not None:
            run["peak_memory_mb"] = f"{run['peak_memory_mb']:.1f}"
        run |= {"dataset": name_of[run["dataset"]], "log": kept(run["log"])}
        rows.append({key: value for key, value in run.items() if key not in SCORES or value is not None})
    columns = [key for key in rows[0] if key not in ("model", "log", *SCORES)]
    with open("automl.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, [*columns, *SCORES, "model", "log"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1])
