"""Times Tab at the prompt: from the key to the last byte of the menu, on a terminal of its own.

    complete.py BENCHDB [ROUNDS] [ROWS] [PEER]

Two warehouses are asked: one of ROWS runs, a million unless said otherwise (10000000 takes some minutes
to load), and one of a hundred tables of twenty columns. In each round every place is typed anew in one
session; the first Tab of a session, which reads the schema, stands by itself. PEER is another shell, such
as litecli, given the first warehouse and typed at in the same way.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

HERE = Path(__file__).parent
RUNS = 1_000_000

PLACES = [
    "select ",
    "select f1, fra",
    "select * from ",
    "select * from lbrd",
    "select * from runs r join ",
    "select * from runs r join tasks t on ",
    "select * from runs r join tasks t on r.",
    "select framework, avg(f1) from results group by ",
    "select * from results where framework = ",
    "select * from results where dataset = ",
    "select * from results where seed = ",
    "select * from runs where source_id = ",
    "select * from measurements where metric in (",
    "with best as (select framework, max(f1) top from results group by 1) select b. from best b",
    "select x. from (select * from results) x",
    "select * from failures where class = ",
]

# Where each cursor stands: behind the text, or behind the dot that columns are awaited after.
CURSORS = {text: text.find(". from") + 1 or len(text) for text in PLACES}


class Session:
    """A prompt in a terminal, with keys going in and screens coming out."""

    def __init__(self, command, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", XDG_STATE_HOME=str(folder))
            os.environ.pop("NO_COLOR", None)
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.settle(1.0)

    def settle(self, quiet=0.05):
        """Reads until nothing comes for a while; the time of the last byte, None without any."""
        last = None
        while select.select([self.terminal], [], [], quiet)[0]:
            try:
                if not os.read(self.terminal, 65536):
                    break
            except OSError:
                break
            last = time.perf_counter()
        return last

    def type(self, text):
        os.write(self.terminal, text.encode())
        self.settle()

    def tab(self, quiet):
        """Seconds from Tab to the last byte that it makes; None where it shows nothing."""
        start = time.perf_counter()
        os.write(self.terminal, b"\t")
        last = self.settle(quiet)
        return None if last is None else last - start

    def clear(self):
        self.type("\x07")
        self.type("\x03")

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def measure(command, folder, rounds, quiet=0.15):
    """The first Tab's seconds, and for each place those of its rounds."""
    session = Session(command, folder)
    first = None
    times = {text: [] for text in PLACES}
    for _ in range(rounds):
        for text, cursor in CURSORS.items():
            session.type(text[:cursor])
            if text[cursor:]:
                session.type(text[cursor:])
                session.type("\x1b[D" * len(text[cursor:]))
            took = session.tab(quiet)
            if first is None:
                first = took
            elif took is not None:
                times[text].append(took)
            session.clear()
    session.close()
    return first, times


def show(title, first, times):
    every = [took for some in times.values() for took in some]
    slowest = max(times, key=lambda text: max(times[text], default=0))
    row = (title, first, statistics.median(every), max(every))
    print("| {} | {:.1f} | {:.1f} | {:.1f} |".format(
        row[0], *(1000 * seconds for seconds in row[1:])) + f" `{slowest.strip()}` |")
    return every


def load(benchdb, folder, rows):
    """A warehouse of so many made-up runs, a million at a time, each of other seeds."""
    subprocess.run([benchdb, "init", folder], check=True, stdout=subprocess.DEVNULL)
    for part in range(max(1, rows // RUNS)):
        subprocess.run([sys.executable, HERE / "rows.py", folder / "rows.csv"], check=True)
        subprocess.run(
            [benchdb, "import", "rows.csv", "--source", f"part {part}", "-q", "--create"],
            cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (folder / "rows.csv").unlink()


def load_tables(benchdb, folder):
    """A warehouse with a hundred tables more, each of which refers to the one before."""
    subprocess.run([benchdb, "init", folder], check=True, stdout=subprocess.DEVNULL)
    columns = ", ".join(f"column_{i} TEXT" for i in range(18))
    script = "".join(
        f"CREATE TABLE table_{i} (id INTEGER PRIMARY KEY, {columns},"
        f" parent_id INTEGER REFERENCES table_{max(0, i - 1)} (id));\n" for i in range(100))
    subprocess.run(
        [benchdb, "repl", "--write"], cwd=folder, input=script.encode(), check=True,
        stdout=subprocess.DEVNULL)


def main():
    benchdb = str(Path(sys.argv[1]).resolve())
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        large, wide = Path(folder) / "large", Path(folder) / "wide"
        load(benchdb, large, rows)
        load_tables(benchdb, wide)
        print("\n## Completion\n")
        print("| warehouse | first Tab, ms | median, ms | worst, ms | where |")
        print("| --------- | ------------- | ---------- | --------- | ----- |")
        show(f"{rows:,} runs", *measure([benchdb, "repl"], large, rounds))
        show("a hundred tables more", *measure([benchdb, "repl"], wide, rounds))
        for peer in sys.argv[4:]:
            show(f"{peer}, {rows:,} runs", *measure([peer, "bench.db"], large, rounds, quiet=0.8))


if __name__ == "__main__":
    main()
