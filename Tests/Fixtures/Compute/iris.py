"""Writes iris in the layout of a dataset folder, and prints what scikit-learn itself scores on it.

Usage: iris.py FOLDER SEED. Prints JSON: {"classification": {"constant": {"f1": ...}, ...}, ...}.
"""

import csv
import json
import sys

from sklearn import metrics as m
from sklearn.datasets import load_iris
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

folder, seed = sys.argv[1], int(sys.argv[2])
features, target = load_iris(return_X_y=True)
names = [f"f{column}" for column in range(features.shape[1])]

with open(f"{folder}/iris.csv", "w", newline="") as file:
    rows = [[*row, label] for row, label in zip(features.tolist(), target.tolist())]
    csv.writer(file).writerows([[*names, "target"], *rows])
with open(f"{folder}/iris_types.csv", "w", newline="") as file:
    rows = [[name, "numerical"] for name in names]
    csv.writer(file).writerows([["NAME", "TYPE"], *rows, ["target", "target"]])

split = train_test_split(features, target, test_size=0.3, random_state=seed)
train, test, known, truth = split


def classify(model):
    chances = model.fit(train, known).predict_proba(test)
    labels = chances.argmax(axis=1)
    return {
        "logloss": m.log_loss(truth, chances),
        "f1": m.f1_score(truth, labels, average="weighted"),
        "auc": m.roc_auc_score(truth, chances, multi_class="ovr"),
        "acc": m.accuracy_score(truth, labels),
        "balacc": m.balanced_accuracy_score(truth, labels),
    }


def regress(model):
    values = model.fit(train, known).predict(test)
    return {
        "mse": m.mean_squared_error(truth, values),
        "rmse": m.mean_squared_error(truth, values) ** 0.5,
        "mae": m.mean_absolute_error(truth, values),
        "r2": m.r2_score(truth, values),
    }


scores = {
    "classification": {
        "constant": classify(DummyClassifier()),
        "decision-tree": classify(DecisionTreeClassifier(random_state=seed)),
    },
    "regression": {
        "constant": regress(DummyRegressor()),
        "decision-tree": regress(DecisionTreeRegressor(random_state=seed)),
    },
}
json.dump(scores, sys.stdout)
