"""Writes a million rows in the columns of the original's compiled_results.csv.

For timing only: nothing here was measured, and nothing made from it is a result. A score is the
dataset's difficulty plus the framework's strength plus noise per seed, so that frameworks tie, win and
lose as real ones do. The same arguments give the same bytes.

    rows.py FILE [FRAMEWORKS DATASETS SEEDS]
"""

import random
import sys

HEADER = "ID,MODEL,DATASET_ID,TYPE,SEED,MSE,R2_SCORE,LOGLOSS,F1_SCORE\n"


def classification(noise, ease, strength):
    f1 = min(1.0, max(0.0, ease + 0.08 * strength + noise.gauss(0, 0.02)))
    logloss = (1.02 - f1) * noise.uniform(0.8, 1.6)
    return f"nan,nan,{logloss!r},{f1!r}"


def regression(noise, ease, strength, variance):
    r2 = min(0.9999, ease + 0.08 * strength + noise.gauss(0, 0.02))
    return f"{(1 - r2) * variance!r},{r2!r},nan,nan"


def rows(frameworks, datasets, seeds):
    noise = random.Random(1400)
    names = ["auto-sklearn", "tpot", "h2o", "auto_ml"]
    names += [f"framework-{i:02}" for i in range(len(names), frameworks)]
    strengths = [noise.gauss(0, 1) for _ in names]
    shapes = [(noise.uniform(0.4, 0.98), 10 ** noise.uniform(-3, 6)) for _ in range(datasets)]
    seed_values = [noise.randrange(1000) + 1000 * i for i in range(seeds)]
    number = 0
    for name, strength in zip(names[:frameworks], strengths):
        for index, (ease, variance) in enumerate(shapes):
            # One dataset in three is a regression, as in the original's two studies.
            kind = "regression" if index % 3 == 0 else "classification"
            for seed in seed_values:
                if kind == "regression":
                    scores = regression(noise, ease, strength, variance)
                else:
                    scores = classification(noise, ease, strength)
                yield f"{number},{name},{index + 1},{kind},{seed},{scores}\n"
                number += 1


def main():
    path, *counts = sys.argv[1:]
    counts = [int(count) for count in counts] or [10, 1000, 100]
    with open(path, "w", encoding="ascii") as file:
        file.write(HEADER)
        file.writelines(rows(*counts))


if __name__ == "__main__":
    main()
