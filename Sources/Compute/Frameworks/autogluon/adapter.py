# title: AutoGluon, stacked ensembles
# version: 1.6.3
# types: classification regression
# package: autogluon.tabular
# module: autogluon.tabular
# pythons: 3.11
"""Trains and stacks models with the presets `medium_quality`, for log-loss or the squared error."""

import benchdb_job
from autogluon.tabular import TabularPredictor


def problem(job):
    if not job.classification:
        return "regression"
    return "binary" if len(job.classes) == 2 else "multiclass"


class Ensemble:
    """What AutoGluon trained, with the columns of probabilities in the order of classes."""

    def __init__(self, job, train):
        self.job = job
        self.predictor = TabularPredictor(
            label="target",
            problem_type=problem(job),
            eval_metric="log_loss" if job.classification else "mean_squared_error",
            path="models",
            verbosity=1,
        )
        self.predictor.fit(
            train.assign(target=job.target),
            time_limit=job.seconds,
            num_cpus=job.cores,
            num_gpus=0,
            memory_limit=job.memory_mb / 1024 if job.memory_mb else "auto",
        )

    def predict(self, test):
        return self.predictor.predict(test)

    def predict_proba(self, test):
        """Classes too rare to be learned are not among the columns of the predictor."""
        known = self.predictor.predict_proba(test, as_multiclass=True)
        return known.reindex(columns=range(len(self.job.classes)), fill_value=0.0).to_numpy()

    def __str__(self):
        best = self.predictor.model_best
        return "%s, of %d models" % (best, len(self.predictor.model_names()))


if __name__ == "__main__":
    benchdb_job.run(Ensemble, benchdb_job.frames)
