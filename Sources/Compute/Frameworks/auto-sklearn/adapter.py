# title: auto-sklearn, Bayesian optimisation of pipelines
# version: 0.15.0
# types: classification regression
# package: auto-sklearn
# module: autosklearn.estimators
# pythons: 3.9
# least-seconds: 120
"""Searches pipelines by five-fold cross-validation, for weighted F1 or the squared error.

The best are fitted anew to all rows, as the original has it, which takes longer than the limit says.
"""

import sys

import benchdb_job
import numpy
from autosklearn import metrics
from autosklearn.classification import AutoSklearnClassifier
from autosklearn.regression import AutoSklearnRegressor


def fit(job, train):
    search = (AutoSklearnClassifier if job.classification else AutoSklearnRegressor)(
        time_left_for_this_task=int(job.seconds),
        per_run_time_limit=max(60, int(job.seconds / 8)),
        resampling_strategy="cv",
        resampling_strategy_arguments={"folds": 5},
        metric=metrics.f1_weighted if job.classification else metrics.mean_squared_error,
        # Of more than one it can end with nothing but a model that always says the same.
        n_jobs=1,
        memory_limit=(job.memory_mb or 4096) * 3 // 4,
        seed=job.seed,
        tmp_folder="search",
    )
    target = numpy.array(job.target)
    search.fit(train, target)
    if not any(status.startswith("Success") for status in search.cv_results_["status"]):
        # It would predict all the same, by that model.
        sys.exit("auto-sklearn finished no model in %g s" % job.seconds)
    return search.refit(train, target)


def describe(search):
    return str(search.leaderboard()) + "\n" + search.sprint_statistics()


if __name__ == "__main__":
    benchdb_job.run(fit, benchdb_job.frames, describe)
