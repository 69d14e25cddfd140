"""Times what running a task costs beyond the framework's own process.

    pool.py BENCHDB [TASKS]

The framework is a shell script that writes three predictions, so that nearly all of the time is ours:
`file-compute` splits, starts, guards, scores and records TASKS runs. Beside it the same script as often by
xargs, which does nothing of that, and by `local`, a process a task.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ADAPTER = """#!/bin/sh
# version: 1
{ echo 0,1; echo 1,0; echo 1,0; echo 1,0; } > predictions.csv
"""


def furnish(folder, benchdb, tasks):
    (folder / "datasets").mkdir()
    rows = "".join(f"{row},{row % 2}\n" for row in range(10))
    (folder / "datasets/1.csv").write_text("x,target\n" + rows)
    (folder / "datasets/1_types.csv").write_text("NAME,TYPE\nx,numerical\ntarget,target\n")
    (folder / "frameworks/quick").mkdir(parents=True)
    adapter = folder / "frameworks/quick/adapter.sh"
    adapter.write_text(ADAPTER)
    adapter.chmod(0o755)
    (folder / "batch.config").write_text('{"cores": 1}')
    lines = (f"{seed},quick,1,classification,{seed}\n" for seed in range(tasks))
    (folder / "tasks.csv").write_text("".join(lines))
    subprocess.run([benchdb, "init", "-q"], cwd=folder, check=True)


def timed(command, folder, runs):
    """Milliseconds of processor and of the clock for each of `runs`."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * cpu / runs, 1000 * (ended - began) / runs


def main(benchdb, tasks=500):
    benchdb, tasks = os.path.abspath(benchdb), int(tasks)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder, benchdb, tasks)
        os.environ["TMPDIR"] = name
        few = max(1, tasks // 10)
        script = f"seq {tasks} | xargs -P 2 -n 1 frameworks/quick/adapter.sh"
        alone = f"for s in $(seq {few}); do '{benchdb}' local quick 1 classification $s -q; done"
        rows = [
            ("the script by xargs", *timed(["sh", "-c", script], folder, tasks)),
            ("benchdb file-compute", *timed([benchdb, "file-compute", "tasks.csv", "-q"], folder, tasks)),
            ("benchdb local, one by one", *timed(["sh", "-c", alone], folder, few)),
        ]
    print(f"{tasks} tasks of a framework that does nothing, two at once\n")
    print("| command | cpu ms a task | wall ms a task |")
    print("| --- | --- | --- |")
    for title, cpu, wall in rows:
        print(f"| {title} | {cpu:.1f} | {wall:.1f} |")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
