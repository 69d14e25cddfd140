# title: auto_ml, gradient boosting with feature handling
# version: 2.9.10
# types: classification regression
# package: auto_ml
# module: auto_ml
# pythons: 3.6
"""Trains by log-loss or the root of the squared error with five-fold cross-validation.

It takes no time limit. The original's scorers, f1_score and mean_squared_error, are not in this
version.
"""

import copyreg
import random
import types

import benchdb_job
import numpy
import pandas
from auto_ml import Predictor


def frames(job):
    """The features as it takes them, categories being text."""
    return [pandas.DataFrame(table) for table in benchdb_job.coded(job)]


class Trained:
    def __init__(self, job, train):
        # A pickler for methods of Python 2, which breaks those of Python 3.
        copyreg.dispatch_table.pop(types.MethodType, None)
        random.seed(job.seed)
        numpy.random.seed(job.seed)
        columns = {name: "categorical" for name in train.columns[job.places("categorical")]}
        self.predictor = Predictor(
            type_of_estimator="classifier" if job.classification else "regressor",
            column_descriptions=dict(columns, target="output"),
        )
        self.predictor.train(
            train.assign(target=job.target),
            cv=5,
            scoring="log_loss" if job.classification else "rmse",
            verbose=False,
        )

    def predict(self, test):
        return self.predictor.predict(test)

    def predict_proba(self, test):
        """Of two classes it gives both columns, of more one for each."""
        return self.predictor.predict_proba(test)

    def __str__(self):
        return str(self.predictor.trained_final_model.model)


if __name__ == "__main__":
    benchdb_job.run(Trained, frames)
