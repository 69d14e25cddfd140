"""Times tests of hypotheses beside the libraries that others take, without the start of a process.

    hypotheses.py STOPWATCH BENCHDB [ROUNDS]

Each library times its own calls in a process of its own, after its imports; the processes take turns, and
each number is the median. All are given the same scores, which are made from a seed, and answers are shown,
which agree where the question is the same. Then medians of a million numbers in SQL, where a number is of a whole command.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import PEERS, duckdb_program, installed, measure, show, table

NUMBERS = 1_000_000


def scores(frameworks, datasets):
    """Lines of scores of five digits, the best of them cut off at 1."""
    noise = random.Random(7)
    strengths = [noise.gauss(0, 1) for _ in range(frameworks)]
    for _ in range(datasets):
        ease = noise.uniform(0.5, 1)
        row = [
            round(min(1.0, ease + 0.02 * strength + noise.gauss(0, 0.02)), 5)
            for strength in strengths]
        yield ",".join(map(repr, row)) + "\n"


class Contestant:
    """What is timed: a command, the scores it is given, and how many of its calls answer the question."""

    def __init__(self, name, command, file, calls=1):
        self.name, self.command, self.file, self.calls = name, command, file, calls
        self.laps = []

    def lap(self):
        """Adds the processor and wall seconds of one call, and its answer."""
        with open(self.file, "rb") as given:
            ended = subprocess.run(
                self.command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                check=True)
        self.laps.append(tuple(map(float, ended.stdout.split())))

    @property
    def medians(self):
        cpu, wall, answer = (statistics.median(each) for each in zip(*self.laps))
        return self.calls * cpu, self.calls * wall, answer


def compare(title, rounds, *contestants):
    """A table of what was timed; ratios are to the first."""
    for _ in range(rounds):
        for one in contestants:
            one.lap()
    base = contestants[0].medians
    rows = []
    for one in contestants:
        cpu, wall, answer = one.medians
        ratios = ("1", "1") if one is contestants[0] else (
            f"{cpu / base[0]:.0f}", f"{wall / base[1]:.0f}")
        rows.append((one.name, f"{1000 * cpu:.3g}", f"{1000 * wall:.3g}", *ratios, f"{answer:.5g}"))
    table(title, ("by", "cpu ms", "wall ms", "cpu ratio", "wall ratio", "answer"), rows)


def main():
    stopwatch, benchdb = (Path(name).resolve() for name in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    python = installed()
    with tempfile.TemporaryDirectory(prefix="benchdb-") as name:
        folder = Path(name)
        tests(stopwatch, python, folder, rounds)
        medians(benchdb, folder, rounds)


def tests(stopwatch, python, folder, rounds):
    def file(frameworks, datasets):
        path = folder / f"{frameworks}x{datasets}.csv"
        path.write_text("".join(scores(frameworks, datasets)))
        return path

    def ours(what, given, name="benchdb"):
        return Contestant(name, [stopwatch, what], given)

    def peer(name, what, library, given, calls=1):
        return Contestant(name, [python, PEERS / "hypotheses.py", what, library], given, calls)

    for frameworks, datasets in (12, 104), (50, 1000):
        given = file(frameworks, datasets)
        compare(
            f"Friedman, Wilcoxon and Holm of all pairs, Nemenyi: {frameworks} x {datasets}", rounds,
            ours("analysis", given), peer("scipy, statsmodels", "analysis", "scipy", given),
            peer("scikit-posthocs", "analysis", "posthocs", given),
            peer("autorank: Friedman, Nemenyi", "analysis", "autorank", given))
    for count in 50, 1000:
        given = file(2, count)
        compare(
            f"Exact Wilcoxon of {count} differences", rounds, ours("wilcoxon", given),
            peer("scipy", "wilcoxon", "scipy", given))
    given, pair = file(12, 104), file(2, 104)
    compare(
        "Bayesian signed-rank of all pairs: 12 x 104, 50,000 draws", rounds,
        ours("bayes", given, "benchdb, 66 pairs"),
        peer("baycomp, 66 times one pair", "bayes", "baycomp", pair, 66),
        peer("autorank, 66 times one pair", "bayes", "autorank", pair, 66))


def medians(benchdb, folder, rounds):
    duckdb = [duckdb_program(), "-init", os.devnull, "-csv", "duck.db"]
    number = "i * 7919 % 1000003 / 1000003.0 AS x"
    rows = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {NUMBERS})"
    subprocess.run([benchdb, "init", "--quiet"], cwd=folder, check=True)
    subprocess.run(
        [benchdb, "repl", "--write", "-c", f"CREATE TABLE numbers AS {rows} SELECT {number} FROM n"],
        cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        duckdb + ["-c", f"CREATE TABLE numbers AS SELECT {number} FROM range(1, {NUMBERS + 1}) AS n(i)"],
        cwd=folder, check=True, stdout=subprocess.DEVNULL)
    window = "(ORDER BY rowid ROWS 100 PRECEDING)"
    for title, query in (
        ("Median of a million numbers", "SELECT median(x) FROM numbers"),
        ("Medians of a window of 101 over a million rows",
         f"SELECT avg(m) FROM (SELECT median(x) OVER {window} AS m FROM numbers)"),
    ):
        show(title, measure([
            ("benchdb", [benchdb, "repl", "-c", query], None, None),
            ("DuckDB on its own file", duckdb + ["-c", query], None, None),
        ], folder, rounds))


if __name__ == "__main__":
    main()
