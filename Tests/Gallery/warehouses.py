"""Warehouses to draw: a pair, sixty frameworks, one mostly missing, one of the AutoML benchmark's size.

Every number comes from a seed, so the same rows are written on every machine.
"""

import csv
import math
import random

COLUMNS = (
    "framework version dataset_id dataset type fold budget started_at status class message duration "
    "train_seconds predict_seconds metric value"
).split()

FAILURES = (
    ("timeout", "timeout", "interrupted after running for 4320 s"),
    ("killed", "memory", "out of memory: the run held 33.1 GB of 32"),
    ("failed", "data", "y_test contains new labels: [7]"),
    ("failed", "framework", "ValueError: the pipeline has not yet been optimized"),
    ("failed", "infrastructure", "connection to the data host refused"),
    ("failed", "unknown", "no result"),
)


class Shape:
    """A dataset: its size, how hard it is, and what a constant prediction scores on it."""

    def __init__(self, place, dice):
        self.id = 1000 + place
        self.name = f"{dice.choice(WORDS)}-{dice.choice(WORDS)}-{place + 1}"
        self.rows = round(10 ** dice.uniform(2.3, 5.6))
        self.features = round(10 ** dice.uniform(0.6, 3.2))
        self.is_regression = place % 3 == 2
        self.classes = dice.choice((2, 2, 2, 3, 5, 10, 26, 100))
        self.ease = dice.betavariate(2.2, 1.1)


WORDS = (
    "amber birch cedar delta ember fjord grove heath inlet jetty knoll ledge marsh north ocean plain "
    "quay ridge slope tundra upland valley weir yarrow zephyr"
).split()

NAMES = (
    "autogluon autosklearn autosklearn2 flaml gama h2oautoml lightautoml mljar naiveautoml tpot "
    "tunedrandomforest constantpredictor"
).split()


def frameworks(count):
    """Names, the first those one knows; the rest a number apart."""
    spare = (f"{NAMES[place % 11]}-v{place // 11 + 1}" for place in range(11, 10_000))
    return (NAMES + [next(spare) for _ in range(max(count - len(NAMES), 0))])[:count]


def rows(seed, names, datasets, folds, present=1.0, failing=0.03, versions=1):
    """The runs of a benchmark, and its datasets."""
    dice = random.Random(seed)
    shapes = [Shape(place, dice) for place in range(datasets)]
    skill = {name: 1 - 0.5 * place / max(len(names), 4) for place, name in enumerate(names)}
    runs = []
    for name in names:
        constant = name == "constantpredictor"
        patience = dice.uniform(0.15, 1.02)
        speed = 10 ** dice.uniform(-1.5, 2)
        for shape in shapes:
            if not constant and dice.random() > present:
                continue
            fit = dice.gauss(skill[name], 0.13)
            for version in range(versions if not constant else 1):
                for fold in range(folds):
                    runs += run(dice, name, version, shape, fold, fit + 0.06 * version,
                                constant, patience, speed, failing)
    return runs, shapes


def run(dice, name, version, shape, fold, fit, constant, patience, speed, failing):
    """The rows of one run: one for its score, or one for its failure."""
    hard = math.log10(shape.rows * shape.features) / 9
    train = 0.1 if constant else min(3600 * patience * dice.uniform(0.4, 1.05) * hard ** 0.3, 4300)
    predict = (0.01 if constant else speed) * dice.uniform(0.7, 1.4) * hard
    base = [name, f"1.{version}", shape.id, shape.name,
            "regression" if shape.is_regression else "classification", fold, "1h8c",
            f"2026-{1 + 2 * version:02}-{1 + fold:02}T08:00:00Z"]
    metric = "rmse" if shape.is_regression else "auc"
    if not constant and dice.random() < failing * (0.3 + 2.5 * hard ** 3):
        status, kind, message = dice.choices(FAILURES, (5, 4, 2, 3, 1, 1))[0]
        return [base + [status, kind, message, 4320 if kind == "timeout" else train, "", "", metric, ""]]
    gain = 0 if constant else max(-0.2, shape.ease * fit + dice.gauss(0, 0.015))
    if shape.is_regression:
        value = 10 ** (shape.id % 5) * (1.02 - 0.9 * min(gain, 1.1))
    else:
        value = min(0.5 + 0.49 * gain, 0.9999)
    return [base + ["ok", "", "", train + predict + 2, train, predict, metric, round(value, 6)]]


def write(path, runs):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in runs:
            writer.writerow([f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row])


def shapes_as_sql(shapes):
    """What no results file tells: sizes of datasets, limits of the budget."""
    lines = [
        f"UPDATE datasets SET rows = {s.rows}, features = {s.features}, "
        f"classes = {'NULL' if s.is_regression else s.classes} WHERE openml_id = {s.id};"
        for s in shapes
    ]
    lines.append(
        "UPDATE budgets SET cores = 8, memory_mb = 32768, soft_seconds = 3600, hard_seconds = 4320;")
    return "\n".join(lines)


def all_of_them():
    """Name, title, rows and datasets of each warehouse."""
    yield "pair", "Two frameworks on 14 datasets", *rows(
        2, ["autogluon", "flaml"], 14, 5, failing=0.01, versions=3)
    yield "amlb", "Twelve frameworks on 104 datasets, ten folds", *rows(
        12, frameworks(12), 104, 10)
    yield "sixty", "Sixty frameworks on 30 datasets", *rows(60, frameworks(60), 30, 2)
    yield "sparse", "Nine frameworks on 60 datasets, three runs of four missing", *rows(
        9, frameworks(12)[:8] + ["constantpredictor"], 60, 2, present=0.25, failing=0.25)
