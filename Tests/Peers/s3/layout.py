"""A bucket as the original project leaves it; the same each time for the same seed.

out/results<ID>.csv                  model,dataset_id,type,seed,mse,r2,logloss,f1
datasets/<id>.csv, <id>_types.csv, study_<tag>_info.csv
logs/pass|fail/<model>/<dataset>-<type>-<seed>/<stamp>.log
/<stamp>.log                         logs of killed runs, outside the project's folder
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import islice

MODELS = ("auto-sklearn", "tpot", "h2o", "auto_ml")
#: numpy.random.RandomState(1400).randint(1000, size=10), as the original draws its seeds.
SEEDS = (75, 85, 577, 487, 270, 11, 511, 206, 968, 741)
SKILL = {"auto-sklearn": 0.02, "tpot": 0.015, "h2o": 0.025, "auto_ml": 0.0}
ENDS = (
    "MemoryError",
    "java.lang.OutOfMemoryError: Java heap space",
    "ValueError: Input contains NaN",
    "ConnectionResetError: [Errno 104]",
)

#: Id, model, dataset, type, seed.
Task = tuple[int, str, int, str, int]


def objects(
    results: int = 0,
    missing: float = 0.0,
    logs: int = 0,
    orphans: int = 0,
    datasets: int = 0,
    seed: int = 1,
) -> Iterator[tuple[str, str]]:
    """Keys and texts.

    `results` is how many tasks are planned, and a share of `missing` of them has left none; `logs`
    and `orphans` are of some of these tasks; `datasets` is how many are there with their columns.
    """
    datasets_of = planned_datasets(results)
    planned = list(islice(tasks(datasets_of), results))
    for task in planned:
        if random.Random(seed * 31 + task[0]).random() >= missing:
            yield f"out/results{task[0]}.csv", result(task, seed)
    for kind, ids in datasets_of.items():
        yield f"datasets/study_{kind}_info.csv", study(kind, ids)
        for dataset in ids[: datasets // 2]:
            yield f"datasets/{dataset}.csv", rows(dataset, kind, seed)
            yield f"datasets/{dataset}_types.csv", TYPES
    for number in range(logs):
        yield log(number, planned, seed)
    for number in range(orphans):
        yield orphan(number, planned, seed)


def planned_datasets(results: int) -> dict[str, list[int]]:
    """The ids by type that give each model so many tasks; a third are for regression."""
    each = -(-results // (len(MODELS) * len(SEEDS)))
    return {
        "classification": [1000 + 7 * index for index in range(each - each // 3)],
        "regression": [5000 + 11 * index for index in range(each // 3)],
    }


def tasks(datasets_of: dict[str, list[int]]) -> Iterator[Task]:
    """The plan; an id is a place in models x datasets x seeds."""
    number = 0
    for model in MODELS:
        for kind, ids in datasets_of.items():
            for dataset in ids:
                for seed in SEEDS:
                    yield number, model, dataset, kind, seed
                    number += 1


def result(task: Task, seed: int) -> str:
    """The line that a task leaves, with `nan` where a metric does not apply."""
    number, model, dataset, kind, task_seed = task
    chance = random.Random(seed * 1_000_003 + number)
    mean = random.Random(dataset).uniform(0.55, 0.95) + SKILL[model]
    head = f"{model},{dataset},{kind},{task_seed}"
    if kind == "classification":
        f1 = min(1.0, max(0.0, chance.gauss(mean, 0.02)))
        return f"{head},nan,nan,{chance.uniform(0.05, 1.2) * (1.2 - f1)!r},{f1!r}\n"
    r2 = min(1.0, chance.gauss(mean, 0.05))
    return f"{head},{(1 - r2) * 10 ** (dataset % 7)!r},{r2!r},nan,nan\n"


def study(kind: str, ids: list[int]) -> str:
    classes = 2 if kind == "classification" else 200
    lines = (f"{dataset},set-{dataset},200,5,{classes}\n" for dataset in ids)
    return "DATASET_ID,DATASET_NAME,ROWS,FEATURES,CLASSES\n" + "".join(lines)


TYPES = "NAME,TYPE\na,numerical\nb,numerical\nc,numerical\nd,categorical\ntarget,target\n"


def rows(dataset: int, kind: str, seed: int) -> str:
    chance = random.Random(seed * 7919 + dataset)
    text = "a,b,c,d,target\n"
    for _ in range(200):
        numbers = ",".join(f"{chance.random():.5f}" for _ in range(3))
        category = chance.randrange(4)
        target = chance.randrange(2) if kind == "classification" else f"{chance.random():.4f}"
        text += f"{numbers},{category},{target}\n"
    return text


def log(number: int, planned: list[Task], seed: int) -> tuple[str, str]:
    """The log of one task; three in ten failed, and their last line says of what."""
    chance = random.Random(seed * 104_729 + number)
    task, model, dataset, kind, task_seed = chance.choice(planned)
    passed = chance.random() < 0.7
    stamp = time.strftime("%Y%m%d%H%M%S", time.gmtime(1_530_000_000 + 61 * number))
    text = f"[{task}, '{model}', {dataset}, '{kind}', {task_seed}]\n"
    for step in range(chance.randrange(5, 60)):
        text += f"step {step} loss {chance.random():.5f}\n"
    text += ("done" if passed else chance.choice(ENDS)) + "\n"
    folder = "pass" if passed else "fail"
    return f"logs/{folder}/{model}/{dataset}-{kind}-{task_seed}/{stamp}.log", text


def orphan(number: int, planned: list[Task], seed: int) -> tuple[str, str]:
    """The log of a killed run."""
    chance = random.Random(seed * 15_485_863 + number)
    _, model, dataset, kind, task_seed = chance.choice(planned)
    stamp = time.strftime("%Y%m%d%H%M%S", time.gmtime(1_540_000_000 + 61 * number))
    return f"/{stamp}.log", f"{model} {dataset} {kind} {task_seed}\nstill fitting\n"
