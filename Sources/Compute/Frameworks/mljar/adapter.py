# title: mljar-supervised, in the mode Compete
# version: 1.3.2
# types: classification regression
# package: mljar-supervised
# module: supervised
# pythons: 3.11
"""Tunes, ensembles and stacks models for log-loss or the root of the squared error."""

import benchdb_job
import numpy
from supervised import AutoML


def problem(job):
    if not job.classification:
        return "regression"
    return "binary_classification" if len(job.classes) == 2 else "multiclass_classification"


def fit(job, train):
    search = AutoML(
        results_path="models",
        mode="Compete",
        ml_task=problem(job),
        eval_metric="logloss" if job.classification else "rmse",
        total_time_limit=job.seconds,
        n_jobs=job.cores,
        random_state=job.seed,
        verbose=0,
    )
    return search.fit(train, numpy.array(job.target))


def describe(search):
    board = search.get_leaderboard()
    return "%s, of %d models" % (search._best_model.get_name(), len(board))


if __name__ == "__main__":
    benchdb_job.run(fit, benchdb_job.frames, describe)
