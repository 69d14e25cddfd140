# title: FLAML, cheap models first
# version: 2.7.0
# types: classification regression
# package: FLAML
# module: flaml.automl
# pythons: 3.11
"""Searches learners and their settings by cost, for log-loss or the squared error."""

import sys

import benchdb_job
import numpy
from flaml import AutoML


def fit(job, train):
    search = AutoML()
    search.fit(
        train,
        numpy.array(job.target),
        task="classification" if job.classification else "regression",
        metric="log_loss" if job.classification else "mse",
        time_budget=job.seconds,
        n_jobs=job.cores,
        seed=job.seed,
        verbose=1,
    )
    if search.model is None:
        sys.exit("FLAML found no model in %g s" % job.seconds)
    return search


if __name__ == "__main__":
    benchdb_job.run(fit, benchdb_job.frames, describe=lambda search: str(search.model.estimator))
