# title: TPOT, pipelines by genetic programming
# version: 0.12.2
# types: classification regression
# package: TPOT
# module: tpot
# pythons: 3.11
"""Evolves pipelines for weighted F1 or the mean squared error, as the original does.

A hundred generations of a hundred pipelines, stopped by the time limit. Categories become indicator
columns, at most twenty for a feature.
"""

import warnings

import benchdb_job
from sklearn.compose import make_column_transformer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder
from tpot import TPOTClassifier, TPOTRegressor
from tpot.config import classifier_config_dict, regressor_config_dict


def settings(job):
    """What pipelines are made of: for classes, only what gives probabilities."""
    if not job.classification:
        return regressor_config_dict
    parts = dict(classifier_config_dict)
    del parts["sklearn.svm.LinearSVC"]
    name = "sklearn.linear_model.SGDClassifier"
    parts[name] = dict(parts[name], loss=["log_loss", "modified_huber"])
    return parts


def search(job):
    """The search, as the original has it."""
    return (TPOTClassifier if job.classification else TPOTRegressor)(
        generations=100,
        population_size=100,
        scoring="f1_weighted" if job.classification else "neg_mean_squared_error",
        config_dict=settings(job),
        max_time_mins=job.seconds / 60,
        # Where one pipeline could take all the time, no other would be seen.
        max_eval_time_mins=job.seconds / 600,
        n_jobs=job.cores,
        random_state=job.seed,
        disable_update_check=True,
    )


def floats(features):
    return features.astype(float)


def fit(job, train):
    # Most pipelines that it tries warn of something, a hundred times each.
    warnings.simplefilter("ignore")
    encoder = OneHotEncoder(
        handle_unknown="infrequent_if_exist", max_categories=20, sparse_output=False
    )
    numbers = make_column_transformer(
        ("passthrough", job.places("numerical")), (encoder, job.places("categorical"))
    )
    model = make_pipeline(numbers, FunctionTransformer(floats), search(job))
    return model.fit(train, job.target)


if __name__ == "__main__":
    benchdb_job.run(
        fit, benchdb_job.matrices, describe=lambda model: str(model[-1].fitted_pipeline_)
    )
