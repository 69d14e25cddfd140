# title: scikit-learn baselines
# version: 1.9.1
# models: constant decision-tree random-forest gradient-boosting linear nearest-neighbours
# types: classification regression
# package: scikit-learn
# module: sklearn
# pythons: 3.11 3.12 3.13 3.14
"""Trains one estimator of scikit-learn on train.csv and predicts test.csv.

Estimators have scikit-learn's own defaults, but for what a line below says. Trees get categories as
whole numbers, the others as indicator columns beside standardised numbers; a category that training
did not have is a number of its own or no indicator at all.
"""

import csv
import json
import sys
import time

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import (
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def read(path):
    """The header and the rows of a CSV file, all text; a blank line is one missing cell."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    return header, [row or [""] for row in rows]


def features(path, types, target):
    """A matrix of floats and text, a missing cell being NaN or the empty text."""
    header, rows = read(path)
    columns = [
        [float(cell or "nan") for cell in column] if types[name] == "numerical" else column
        for name, column in zip(header, zip(*rows))
        if name != target
    ]
    return np.array(columns, dtype=object).T.reshape(len(rows), -1)


def estimator(job, rows):
    """The estimator that the job asks for."""
    seed, cores = job["seed"], job.get("cores")
    classification = job["type"] == "classification"
    neighbours = min(5, rows)
    pair = {
        "constant": lambda: (DummyClassifier(strategy="prior"), DummyRegressor()),
        "decision-tree": lambda: (
            DecisionTreeClassifier(random_state=seed),
            DecisionTreeRegressor(random_state=seed),
        ),
        "random-forest": lambda: (
            RandomForestClassifier(random_state=seed, n_jobs=cores),
            RandomForestRegressor(random_state=seed, n_jobs=cores),
        ),
        "gradient-boosting": lambda: (
            HistGradientBoostingClassifier(random_state=seed),
            HistGradientBoostingRegressor(random_state=seed),
        ),
        # A hundred steps, the default, do not reach the optimum on most real data.
        "linear": lambda: (LogisticRegression(max_iter=10_000), Ridge()),
        "nearest-neighbours": lambda: (
            KNeighborsClassifier(n_neighbors=neighbours),
            KNeighborsRegressor(n_neighbors=neighbours),
        ),
    }[job["framework"]]()
    return pair[0] if classification else pair[1]


def preparation(job, kinds):
    """What turns the columns into numbers; fitted on training rows alone."""
    numerical = [place for place, kind in enumerate(kinds) if kind == "numerical"]
    categorical = [place for place, kind in enumerate(kinds) if kind != "numerical"]
    impute = SimpleImputer(strategy="median", keep_empty_features=True)
    if job["framework"] in ("linear", "nearest-neighbours"):
        numbers = make_pipeline(impute, StandardScaler())
        categories = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    else:
        numbers = impute
        categories = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    return ColumnTransformer(
        [("numbers", numbers, numerical), ("categories", categories, categorical)]
    )


def target_values(job):
    """The target of the training rows: class names as text, or numbers."""
    header, rows = read(job["train"])
    place = header.index(job["target"])
    convert = str if job["type"] == "classification" else float
    return np.array([convert(row[place]) for row in rows])


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows.tolist()])


def main(job_path):
    with open(job_path, encoding="utf-8") as file:
        job = json.load(file)
    types = dict(read(job["types"])[1])
    train = features(job["train"], types, job["target"])
    test = features(job["test"], types, job["target"])
    target = target_values(job)
    kinds = [types[name] for name in read(job["test"])[0]]
    model = Pipeline(
        [("preparation", preparation(job, kinds)), ("estimator", estimator(job, len(train)))]
    )
    began = time.perf_counter()
    model.fit(train, target)
    fitted = time.perf_counter()
    if job["type"] == "classification":
        predicted, header = model.predict_proba(test), model.classes_.tolist()
    else:
        predicted, header = model.predict(test).reshape(-1, 1), ["value"]
    done = time.perf_counter()
    write(job["predictions"], header, predicted)
    with open(job["report"], "w", encoding="utf-8") as file:
        json.dump({"training_seconds": fitted - began, "prediction_seconds": done - fitted}, file)
    print(model.named_steps["estimator"])


if __name__ == "__main__":
    main(sys.argv[1])
