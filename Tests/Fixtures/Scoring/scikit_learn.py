"""Prints the numbers that Tests/ScoringTests holds, by scikit-learn 1.9.1 and numpy 2.4.6.

The cases are formulas, so that the tests can build them too: weight(row, class) over its sum.
"""

import warnings

import numpy as np
from sklearn import metrics as m

warnings.simplefilter("ignore")


def built(rows, classes):
    weights = np.array([[(row * 7 + c * 13) % 10 for c in range(classes)] for row in range(rows)])
    weights = weights + (weights.sum(axis=1, keepdims=True) == 0)
    truth = np.array([(row * row + row // 3) % classes for row in range(rows)])
    return truth, weights / weights.sum(axis=1, keepdims=True)


def classify(title, truth, probabilities, weights=None):
    classes = list(range(probabilities.shape[1]))
    labels = probabilities.argmax(axis=1)
    if len(classes) == 2:
        auc = m.roc_auc_score(truth, probabilities[:, 1], sample_weight=weights)
    else:
        auc = m.roc_auc_score(truth, probabilities, multi_class="ovr", labels=classes, sample_weight=weights)
    print(title)
    print("  logloss", repr(float(m.log_loss(truth, probabilities, labels=classes, sample_weight=weights))))
    print("  f1", repr(float(m.f1_score(truth, labels, average="weighted", zero_division=0, sample_weight=weights))))
    print("  auc", repr(float(auc)))
    print("  acc", repr(float(m.accuracy_score(truth, labels, sample_weight=weights))))
    print("  balacc", repr(float(m.balanced_accuracy_score(truth, labels, sample_weight=weights))))


def regress(title, truth, values, weights=None):
    print(title)
    print("  mse", repr(float(m.mean_squared_error(truth, values, sample_weight=weights))))
    print("  rmse", repr(float(m.root_mean_squared_error(truth, values, sample_weight=weights))))
    print("  mae", repr(float(m.mean_absolute_error(truth, values, sample_weight=weights))))
    print("  r2", repr(float(m.r2_score(truth, values, sample_weight=weights))))


for classes in (2, 3, 5):
    classify(f"{classes} classes", *built(97, classes))

truth, probabilities = built(97, 3)
classify("class 2 has no test row", truth % 2, probabilities)

truth, probabilities = built(97, 3)
unseen = np.where(np.arange(97) % 10 == 0, 3, truth)
classify("class 3 unseen in training", unseen, np.hstack([probabilities, np.zeros((97, 1))]))

classify("one class in the test", np.zeros(4, int), np.array([[1, 0], [0.5, 0.5], [0, 1], [0.9, 0.1]]))

rows = np.arange(97)
truth = (rows * 37 % 101) / 7 - 3
regress("regression", truth, truth + (rows * 11 % 13 - 6) / 5)
regress("far from zero", truth + 1e6, truth + 1e6 + (rows * 11 % 13 - 6) / 5)
regress("worse than the mean", truth, -truth)
regress("constant target, exact", np.full(3, 2.0), np.full(3, 2.0))
regress("constant target, missed", np.full(3, 2.0), np.array([2.0, 2.0, 5.0]))

weights = np.arange(97) * 5 % 7 / 2
for classes in (2, 3, 5):
    classify(f"{classes} classes, weighted", *built(97, classes), weights)
rows = np.arange(97)
truth = (rows * 37 % 101) / 7 - 3
regress("regression, weighted", truth, truth + (rows * 11 % 13 - 6) / 5, weights)

# Metrics of many rows, which sum in another order here and there.
for classes in (2, 5):
    classify(f"{classes} classes, a hundred thousand", *built(100_000, classes))
rows = np.arange(100_000)
truth = (rows * 37 % 1009) / 7 - 3
regress("regression, a hundred thousand", truth, truth + (rows * 11 % 13 - 6) / 5)
