"""Times whole commands, as a user waits for them, beside their peers on a million rows.

    bench.py BENCHDB [RUNS]

Every command is a process of its own, timed by the kernel's account of it: processor seconds, user and
system, of the process and all it started; wall seconds; most memory. The commands of a group take
turns, and each number is the median. Peers are installed into .build-bench at their pinned versions.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = HERE / "peers"
HOME = ROOT / ".build-bench"


class Timing:
    """What one command took, over its runs."""

    def __init__(self):
        self.cpu, self.wall, self.memory = [], [], []

    def add(self, cpu, wall, memory):
        self.cpu.append(cpu)
        self.wall.append(wall)
        self.memory.append(memory)

    def row(self, name, base):
        """A row of the table; `base` is the timing that ratios are to."""
        cpu = statistics.median(self.cpu)
        ratio = cpu / statistics.median(base.cpu)
        return (
            name,
            f"{cpu:.3f}",
            f"{min(self.cpu):.3f} to {max(self.cpu):.3f}",
            f"{statistics.median(self.wall):.3f}",
            f"{statistics.median(self.memory):.0f}",
            "1" if self is base else f"{ratio:.2f}",
        )


def run(command, folder, stdin=None):
    """Runs one process in `folder`; its processor and wall seconds and megabytes."""
    with open(stdin or os.devnull, "rb") as given, open(os.devnull, "wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=given, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def measure(commands, folder, runs):
    """The timings of `commands`, a list of (name, command, stdin, what to remove before it)."""
    timings = {name: Timing() for name, *_ in commands}
    for _ in range(runs):
        for name, command, stdin, leftover in commands:
            if leftover:
                for place in folder.glob(leftover + "*"):
                    shutil.rmtree(place) if place.is_dir() else place.unlink()
            timings[name].add(*run(command, folder, stdin))
    return timings


def show(title, timings):
    base = next(iter(timings.values()))
    head = ("command", "cpu s", "least to most", "wall s", "MB", "cpu ratio")
    table(title, head, [timing.row(name, base) for name, timing in timings.items()])


def table(title, head, rows):
    """Prints rows of text as a table of Markdown."""
    rows = [head] + rows
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    rows.insert(1, tuple("-" * width for width in widths))
    print(f"\n### {title}\n")
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
    sys.stdout.flush()


def installed():
    """The Python that has the peers; they are installed on first use."""
    python = HOME / "venv/bin/python"
    wanted = (PEERS / "requirements.txt").read_text()
    stamp = HOME / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("installing the peers into .build-bench", file=sys.stderr)
        venv.create(HOME / "venv", with_pip=True, clear=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "-r", PEERS / "requirements.txt"],
            check=True)
        stamp.write_text(wanted)
    return python


def duckdb_program():
    """The command that pip installs is a script around this program, and takes longer."""
    return next(HOME.glob("venv/lib/*/site-packages/duckdb_cli/duckdb"))


def versions(benchdb, python, duckdb):
    def says(*command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    pandas = says(python, "-c", "import pandas; print(pandas.__version__)")
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.machine())
    print(f"{time.strftime('%Y-%m-%d')}; {os.cpu_count()} cores of {model}; "
          f"benchdb {says(benchdb, '--version')}, sqlite3 {says('sqlite3', '--version').split()[0]}, "
          f"pandas {pandas} on Python {says(python, '--version').split()[1]}, "
          f"DuckDB {says(duckdb, '--version').split()[0].removeprefix('v')}.")


def main():
    benchdb = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    python = installed()
    duckdb = duckdb_program()
    versions(benchdb, python, duckdb)
    with tempfile.TemporaryDirectory(prefix="benchdb-") as name:
        folder = Path(name)
        subprocess.run([sys.executable, HERE / "rows.py", folder / "runs.csv"], check=True)
        bench(benchdb, python, duckdb, folder, runs)


def bench(benchdb, python, duckdb, folder, runs):
    view = "CREATE VIEW results AS SELECT * FROM 'runs.csv';\n"
    for query in ("leaderboard", "analysis"):
        text = (PEERS / f"{query}.sql").read_text()
        (folder / f"own-{query}.sql").write_text(text)
        (folder / f"{query}.sql").write_text(view + text)

    def query(name, *file):
        return [duckdb, "-init", os.devnull, "-csv", *file], folder / name

    show("Start", measure([
        ("benchdb --version", [benchdb, "--version"], None, None),
        ("sqlite3 --version", ["sqlite3", "--version"], None, None),
    ], folder, 10 * runs))

    ours = [benchdb, "import", "runs.csv", "--create", "--as", "georgian", "--quiet"]
    (folder / "import.sql").write_text("CREATE TABLE results AS SELECT * FROM 'runs.csv';\n")
    show("Import", measure([
        ("benchdb import", ours, None, "bench.db"),
        ("sqlite3 .import --csv", ["sqlite3", "sqlite.db", ".import --csv runs.csv runs"], None,
         "sqlite.db"),
        ("DuckDB into its own file", *query("import.sql", "duck.db"), "duck.db"),
    ], folder, runs))

    pandas = ("pandas, the whole script", [python, PEERS / "analysis.py", "runs.csv"], None, None)
    show("Leaderboard", measure([
        ("benchdb query leaderboard", [benchdb, "query", "leaderboard", "-p", "metric=f1"], None, None),
        pandas,
        ("DuckDB on the CSV", *query("leaderboard.sql"), None),
        ("DuckDB on its own file", *query("own-leaderboard.sql", "duck.db"), None),
    ], folder, runs))

    show("Analysis", measure([
        ("benchdb run-analysis", [benchdb, "run-analysis", "--quiet"], None, None),
        ("the same, with figures",
         [benchdb, "run-analysis", "--quiet", "--figures", "figures", "--force"], None, None),
        pandas,
        ("DuckDB on the CSV", *query("analysis.sql"), None),
        ("DuckDB on its own file", *query("own-analysis.sql", "duck.db"), None),
    ], folder, runs))


if __name__ == "__main__":
    main()
