# title: H2O AutoML
# version: 3.46.0.12
# types: classification regression
# package: h2o
# module: h2o
# pythons: 3.11
# needs: java=default-jre-headless
# least-seconds: 60
"""Lets a server of H2O's, there for this job alone, train and stack models.

Models are ranked by AUTO or, for regression, by MSE, as the original does. The classes, too, go by
number, so that none is read as a number or as missing. Models are told apart by cross-validation and
then trained on all rows in what time is left: with too little of it the leader is hardly trained.
"""

import os

import benchdb_job
import h2o
from h2o.automl import H2OAutoML
from h2o.backend import H2OLocalServer


def serve(job):
    """Starts a server of our own, as `h2o.init` would join any that runs here; gives the features."""
    # Beside the heap, XGBoost and the server's own code take memory; so does this program.
    heap = (job.memory_mb or 4096) * 6 // 10 << 20
    server = H2OLocalServer.start(
        name="benchdb-%d" % os.getpid(),
        nthreads=job.cores,
        max_mem_size=heap,
        ice_root=os.environ["TMPDIR"],
        verbose=False,
    )
    h2o.connect(server=server, verbose=False)
    h2o.no_progress()
    return benchdb_job.coded(job)


KINDS = {"categorical": "enum", "numerical": "real"}


class Leader:
    """The best of the models that a search has trained."""

    def __init__(self, job, train):
        classification = job.classification
        target = ["c%d" % place for place in job.target] if classification else job.target
        self.kinds = [KINDS[kind] for kind in job.kinds.values()]
        self.classes = ["c%d" % place for place in range(len(job.classes))]
        self.search = H2OAutoML(
            max_runtime_secs=job.seconds,
            sort_metric="AUTO" if classification else "MSE",
            seed=job.seed,
        )
        table = self.upload(dict(train, target=target), "enum" if classification else "real")
        self.search.train(y="target", training_frame=table)
        if self.search.leader is None:
            raise SystemExit("H2O finished no model in %g s" % job.seconds)

    def upload(self, table, *kinds):
        """The table as the server has it, `kinds` being those beyond the features'."""
        types = dict(zip(table, self.kinds + list(kinds)))
        return h2o.H2OFrame(table, column_types=types)

    def predict(self, test):
        return self.columns(test, ["predict"])

    def predict_proba(self, test):
        """The probabilities alone: the column `predict` goes by a threshold of its own."""
        return self.columns(test, self.classes)

    def columns(self, test, names):
        predicted = self.search.leader.predict(self.upload(test))
        _, *rows = predicted[names].as_data_frame(use_pandas=False)
        return rows

    def __str__(self):
        return "%s, of %d models" % (self.search.leader.model_id, self.search.leaderboard.nrows)


if __name__ == "__main__":
    benchdb_job.run(Leader, serve)
