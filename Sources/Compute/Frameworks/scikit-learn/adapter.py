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

import benchdb_job
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
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def estimator(job, rows):
    """The estimator that the job asks for."""
    seed, cores = job.seed, job.cores
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
    }[job.framework]()
    return pair[0] if job.classification else pair[1]


def preparation(job):
    """What turns the columns into numbers; fitted on training rows alone."""
    impute = SimpleImputer(strategy="median", keep_empty_features=True)
    if job.framework in ("linear", "nearest-neighbours"):
        numbers = make_pipeline(impute, StandardScaler())
        categories = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    else:
        numbers = impute
        categories = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    return ColumnTransformer(
        [
            ("numbers", numbers, job.places("numerical")),
            ("categories", categories, job.places("categorical")),
        ]
    )


def fit(job, train):
    return make_pipeline(preparation(job), estimator(job, len(train))).fit(train, job.target)


if __name__ == "__main__":
    benchdb_job.run(fit, benchdb_job.matrices, describe=lambda model: str(model[-1]))
