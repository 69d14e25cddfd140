#!/usr/bin/env python3
"""Runs every baseline on every dataset of the sample with the ten seeds, by `benchdb local`.

Usage: runs.py BENCHDB PYTHON [PROCESSES]   (in a folder with datasets/; appends to runs.jsonl)

Runs that are in runs.jsonl already are not run again, so it can be stopped and started.
"""

import concurrent.futures
import csv
import glob
import json
import pathlib
import subprocess
import sys

MODELS = (
    "constant decision-tree random-forest gradient-boosting linear nearest-neighbours".split()
)
SEEDS = (75, 85, 577, 487, 270, 11, 511, 206, 968, 741)


def problems():
    for type in ("classification", "regression"):
        for path in glob.glob(f"datasets/study_*{type}_info.csv"):
            with open(path, newline="") as file:
                yield from ((row["DATASET_ID"], type) for row in csv.DictReader(file))


def run(benchdb, python, model, dataset, type, seed):
    command = [benchdb, "local", model, dataset, type, str(seed)]
    limits = ["--cores", "1", "--memory", "2000", "--time-limit", "120"]
    printed = ["--no-record", "--python", python, "--format", "jsonl", "--quiet"]
    done = subprocess.run(command + limits + printed, stdout=subprocess.PIPE, text=True)
    # 1 is a run that failed, which is a result too.
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


def main(benchdb, python, processes="1"):
    results = pathlib.Path("runs.jsonl")
    lines = results.read_text().splitlines() if results.exists() else []
    keys = ("framework", "dataset", "type", "seed")
    done = {tuple(json.loads(line)[key] for key in keys) for line in lines}
    # Seeds outermost: what is there after any time is a fair share of everything.
    tasks = [
        (model, dataset, type, seed)
        for seed in SEEDS
        for dataset, type in problems()
        for model in MODELS
        if (model, dataset, type, seed) not in done
    ]
    with concurrent.futures.ThreadPoolExecutor(int(processes)) as pool, results.open("a") as file:
        for count, line in enumerate(pool.map(lambda task: run(benchdb, python, *task), tasks), 1):
            file.write(line)
            file.flush()
            print(f"\r{count} of {len(tasks)}", end="", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
