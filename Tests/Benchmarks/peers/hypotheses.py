"""Times one test of a library without the process around it, as `stopwatch` times ours.

    hypotheses.py WHAT LIBRARY [SECONDS] < SCORES

Printed are the processor and wall seconds of one call, the median of as many as there is time for, and an
answer, by which one sees that the same question was answered.
"""

import contextlib
import io
import statistics
import sys
import time
import warnings
from itertools import combinations

import numpy as np
import pandas as pd

ROPE, DRAWS = 0.01, 50_000

warnings.filterwarnings("ignore")


def scipy_analysis(scores):
    from scipy import stats
    from statsmodels.stats.multitest import multipletests

    count, frameworks = scores.shape
    pairs = list(combinations(range(frameworks), 2))

    def analysis():
        friedman = stats.friedmanchisquare(*scores.T).pvalue
        wilcoxon = [
            stats.wilcoxon(scores[:, a], scores[:, b], zero_method="pratt").pvalue for a, b in pairs]
        holm = multipletests(wilcoxon, method="holm")[1]
        ranks = stats.rankdata(-scores, axis=1).mean(axis=0)
        error = (frameworks * (frameworks + 1) / 12 / count) ** 0.5
        distances = np.array([abs(ranks[a] - ranks[b]) / error for a, b in pairs])
        nemenyi = stats.studentized_range.sf(distances, frameworks, np.inf)
        stats.studentized_range.ppf(0.95, frameworks, np.inf) * error
        return friedman + sum(holm) + sum(nemenyi)

    return analysis


def posthocs_analysis(scores):
    import scikit_posthocs
    from scipy import stats

    frame = pd.DataFrame(scores)
    long = frame.melt()

    def analysis():
        friedman = stats.friedmanchisquare(*scores.T).pvalue
        holm = scikit_posthocs.posthoc_wilcoxon(
            long, val_col="value", group_col="variable", p_adjust="holm", zero_method="pratt")
        nemenyi = scikit_posthocs.posthoc_nemenyi_friedman(frame)
        upper = np.triu_indices(frame.shape[1], 1)
        return friedman + holm.to_numpy()[upper].sum() + nemenyi.to_numpy()[upper].sum()

    return analysis


def autorank_analysis(scores):
    from autorank import autorank

    frame = pd.DataFrame(scores, columns=[f"framework {i}" for i in range(scores.shape[1])])
    return lambda: autorank(frame, alpha=0.05).pvalue


def scipy_wilcoxon(scores):
    from scipy import stats

    return lambda: stats.wilcoxon(scores[:, 0], scores[:, 1], method="exact").pvalue


def baycomp_bayes(scores):
    from baycomp import SignedRankTest

    pairs = list(combinations(scores.T, 2))
    return lambda: sum(
        SignedRankTest.probs(a, b, rope=ROPE, nsamples=DRAWS)[0] for a, b in pairs)


def autorank_bayes(scores):
    from autorank import autorank

    frame = pd.DataFrame(scores, columns=[f"framework {i}" for i in range(scores.shape[1])])

    def bayes():
        found = autorank(
            frame, approach="bayesian", rope=ROPE, rope_mode="absolute", nsamples=DRAWS)
        return len(found.rankdf)

    return bayes


def pandas_median(numbers):
    series = pd.Series(numbers[:, 0])
    return series.median


def pandas_window(numbers):
    series = pd.Series(numbers[:, 0])
    return lambda: series.rolling(101).median().mean()


def timed(work, seconds):
    """The median processor and wall seconds of a call, and its answer."""
    laps = []
    end = time.perf_counter() + seconds
    while not laps or time.perf_counter() < end:
        cpu, wall = time.process_time(), time.perf_counter()
        # autorank prints what it found.
        with contextlib.redirect_stdout(io.StringIO()):
            answer = work()
        laps.append((time.process_time() - cpu, time.perf_counter() - wall))
    return *(statistics.median(lap) for lap in zip(*laps)), float(answer)


def main():
    what, library, *seconds = sys.argv[1:]
    scores = np.loadtxt(sys.stdin, delimiter=",", ndmin=2)
    work = globals()[f"{library}_{what}"](scores)
    print(*timed(work, float(seconds[0]) if seconds else 1))


if __name__ == "__main__":
    main()
