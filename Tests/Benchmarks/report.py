"""Times all figures and the report of 12 frameworks on 104 datasets with ten seeds each.

    report.py BENCHDB [RUNS]

Beside benchdb: a script that draws the same figures by matplotlib, and autorank's report. Each starts from
the results as it keeps them: benchdb from its warehouse, the scripts from the CSV.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import HERE, PEERS, installed, measure, show


def main():
    benchdb = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    python = installed()
    with tempfile.TemporaryDirectory(prefix="benchdb-") as name:
        folder = Path(name)
        # Two datasets in three are for classification: 104 of 156.
        subprocess.run(
            [sys.executable, HERE / "rows.py", folder / "runs.csv", "12", "156", "10"], check=True)
        subprocess.run(
            [benchdb, "import", "runs.csv", "--create", "--as", "georgian", "--quiet"],
            cwd=folder, check=True, stdout=subprocess.DEVNULL)
        report = [benchdb, "report", "--metric", "f1", "--quiet", "--force", "-o", "report.html"]
        figures = [benchdb, "run-analysis", "--quiet", "--figures", "figures"]
        both = ["sh", "-c", '"$0" report --metric f1 --quiet --force -o report.html && '
                '"$0" run-analysis --quiet --figures figures', benchdb]
        show("Report", measure([
            ("benchdb report, then all figures", both, None, None),
            ("benchdb report", report, None, None),
            ("benchdb run-analysis --figures", figures, None, None),
            ("the same figures by matplotlib", [python, PEERS / "figures.py", "runs.csv"], None, None),
            ("autorank's report", [python, PEERS / "ranks.py", "runs.csv"], None, None),
        ], folder, runs))
        size = (folder / "report.html").stat().st_size
        print(f"\nThe report is {size / 1000:.0f} kB.")


if __name__ == "__main__":
    main()
