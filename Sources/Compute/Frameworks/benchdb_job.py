# title: What a Python adapter needs of its job
"""The tables of a job as Python has them, and its predictions and report as benchdb reads them.

This file lies where any adapter in Python runs, so that one can say

    import benchdb_job

    def fit(job, train):
        return SomeEstimator(random_state=job.seed).fit(train, job.target)

    benchdb_job.run(fit, benchdb_job.frames)

It runs on Python 3.6 and later. `frames` needs pandas, `matrices` needs numpy, the rest nothing.
"""

import contextlib
import csv
import io
import json
import os
import sys
import time


class Job:
    """What is to be done, and with what.

    framework, seed  as the task names them
    classification   whether the target is a class; else it is a number
    cores            how many processors there are to use
    memory_mb        what all processes may hold together; None for no limit
    seconds          how long training should take; it is stopped later than that
    kinds            the kind of each feature, categorical or numerical, in the order of columns
    train, test      the features, a list a column: floats, missing ones NaN, or text, missing ones None
    classes          the names of the classes that training has, sorted; empty for regression
    target           the target of each row of train: the place of its class in classes, or a number
    """

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            order = json.load(file)
        self.framework, self.seed = order["framework"], order["seed"]
        self.classification = order["type"] == "classification"
        self.cores = order.get("cores") or len(os.sched_getaffinity(0))
        self.memory_mb = order.get("memory_mb")
        # Whoever set no limit may wait, and a search needs some end.
        self.seconds = order.get("time_limit_seconds") or 3600
        kinds = dict(_read(order["types"])[1])
        self.train, target = _columns(order["train"], kinds, order["target"])
        self.test, _ = _columns(order["test"], kinds, order["target"])
        self.kinds = {name: kinds[name] for name in self.test}
        self.classes = sorted(set(target)) if self.classification else []
        places = {name: place for place, name in enumerate(self.classes)}
        self.target = [places[cell] if self.classification else float(cell) for cell in target]
        self._predictions, self._report = order["predictions"], order["report"]
        self._said = {}

    def categories(self, name):
        """What training has in a categorical column, sorted; nothing for a numerical one."""
        if self.kinds[name] == "numerical":
            return []
        return sorted(set(self.train[name]) - {None})

    def places(self, kind):
        """Where the features of one kind stand among all."""
        return [place for place, name in enumerate(self.kinds) if self.kinds[name] == kind]

    def write(self, predicted, training_seconds, prediction_seconds, model):
        """Writes a row of probabilities, in the order of classes, or a value for each row of test."""
        rows = [_row(row) for row in predicted]
        header = self.classes if self.classification else ["value"]
        if any(len(row) != len(header) for row in rows):
            sys.exit("it predicts %d columns, %d are right" % (len(rows[0]), len(header)))
        with open(self._predictions, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header] + rows)
        self.report(
            training_seconds=training_seconds, prediction_seconds=prediction_seconds, model=model
        )

    def report(self, **members):
        """Says of the run what it did not say yet; times have places of their own, all else is details."""
        self._said.update(members)
        with open(self._report, "w", encoding="utf-8") as file:
            json.dump(self._said, file)


def run(fit, form, describe=str):
    """Does the job that the command line names.

    fit       takes the job and the training features, gives a model with predict_proba or predict
    form      takes the job, gives the features of train and of test as the model takes them
    describe  says in words what the model is
    """
    job = Job(sys.argv[1])
    train, test = form(job)
    began = time.perf_counter()
    model = fit(job, train)
    fitted = time.perf_counter()
    predict = model.predict_proba if job.classification else model.predict
    predicted = predict(test)
    done = time.perf_counter()
    description = describe(model)
    print(description)
    job.write(predicted, fitted - began, done - fitted, description)
    if done - fitted <= INFERENCE_SECONDS:
        job.report(inference_seconds=inference(predict, test, len(predicted)))


# How long all measuring of predictions may take, and how often a number of rows is predicted at most.
INFERENCE_SECONDS, INFERENCE_REPEATS = 2, 5


def inference(predict, test, rows):
    """The median seconds that predicting the first 1, 10, 100, 1000 rows takes, and all of them.

    What does not predict so few rows, or would take too long, is left out; nothing of it is printed.
    """
    measured, end = {}, time.perf_counter() + INFERENCE_SECONDS
    for count in [count for count in (1, 10, 100, 1000) if count < rows] + [rows]:
        part, times = head(test, count), []
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                while len(times) < INFERENCE_REPEATS and time.perf_counter() < end:
                    began = time.perf_counter()
                    predict(part)
                    times.append(time.perf_counter() - began)
        except Exception:
            continue
        if times:
            measured[str(count)] = sorted(times)[len(times) // 2]
    return measured


def head(table, count):
    """The first rows of a frame, a matrix or lists of columns."""
    if isinstance(table, dict):
        return {name: column[:count] for name, column in table.items()}
    return table.iloc[:count] if hasattr(table, "iloc") else table[:count]


def coded(job):
    """The features of train and test, a list a column, with columns and categories by number.

    Some learners take amiss what stands in a name. A category that only the test has is missing.
    """
    train, test = {}, {}
    for place, (name, kind) in enumerate(job.kinds.items()):
        codes = {cell: "c%d" % code for code, cell in enumerate(job.categories(name))}
        for table, column in ((train, job.train[name]), (test, job.test[name])):
            numerical = kind == "numerical"
            table["f%d" % place] = column if numerical else [codes.get(cell) for cell in column]
    return train, test


def frames(job):
    """What `coded` gives as pandas has it, with columns of floats and of categories."""
    import pandas

    tables = [pandas.DataFrame(table) for table in coded(job)]
    for place, (name, kind) in enumerate(job.kinds.items()):
        if kind == "categorical":
            codes = ["c%d" % code for code in range(len(job.categories(name)))]
            for table in tables:
                column = "f%d" % place
                table[column] = pandas.Categorical(table[column], categories=codes)
    return tables


def matrices(job):
    """The features of train and test as matrices of floats and text, a missing text being empty."""
    import numpy

    def matrix(table):
        cells = [["" if cell is None else cell for cell in column] for column in table.values()]
        return numpy.array(cells, dtype=object).T

    return matrix(job.train), matrix(job.test)


def _read(path):
    """The header and the rows of a CSV file, all text; a blank line is one missing cell."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    return header, [row or [""] for row in rows]


def _columns(path, kinds, target):
    """The features of a table, a list a column by its name, and the target where it has one."""
    header, rows = _read(path)
    columns = dict(zip(header, zip(*rows)))
    classes = columns.pop(target, ())
    features = {
        name: [float(cell or "nan") if kinds[name] == "numerical" else cell or None for cell in column]
        for name, column in columns.items()
    }
    return features, classes


def _row(prediction):
    """A row of floats; of a single prediction, one."""
    cells = prediction if hasattr(prediction, "__len__") else [prediction]
    return [float(cell) for cell in cells]
