"""Opens reports in Chromium and does what a reader does.

    report.py BENCHDB [FOLDER]

Two reports are opened, of the sample and of a warehouse whose every name is an attack: 1400 and 400 pixels
wide, light and dark. Nothing may be said on the console, asked of the network, or be wider than the window;
tables sort and filter, CSV files hold what the table shows, keys reach everything, and axe finds nothing to
complain of. Screenshots and A4 pages are left in FOLDER, to be looked at.
"""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ATTACK = """</script></style></textarea><img src=x onerror="window.attacked=1">'"`&amp;\u202e\u0007"""


def warehouse(benchdb, folder):
    """Three frameworks on a dozen datasets with failures, all with hostile names."""
    with open(folder / "runs.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["framework", "dataset", "fold", "status", "info", "f1", "duration"])
        for framework in range(3):
            for dataset in range(12):
                for fold in range(10):
                    fails = framework == 2 and dataset == 3
                    score = 0.9 - framework / 10 + (dataset * 7 + fold * 3) % 5 / 100
                    table.writerow([
                        f"{framework}{ATTACK}", f"{dataset}{ATTACK}", fold,
                        "failed" if fails else "ok", f"MemoryError {ATTACK}" if fails else "",
                        "" if fails else f"{score:.3f}", 12.5 + dataset])
    run(benchdb, folder, "init", "--quiet")
    run(benchdb, folder, "import", "runs.csv", "--create", "--quiet")


def run(benchdb, folder, *words):
    ended = subprocess.run([benchdb, *words], cwd=folder, capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(f"benchdb {' '.join(words)}: {ended.stderr}")


class Reader:
    """A person with a browser of a certain size and taste."""

    def __init__(self, browser, path, width, scheme, script=True):
        self.context = browser.new_context(
            viewport={"width": width, "height": 1000}, color_scheme=scheme,
            java_script_enabled=script, accept_downloads=True)
        self.page = self.context.new_page()
        self.width, self.said, self.asked = width, [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def expect(self, holds, words):
        if not holds:
            sys.exit(f"{self.page.url} at {self.width} pixels: {words}")

    def looks(self):
        """What must hold of any page, whatever is in it."""
        page = self.page
        self.expect(not self.said, f"the console says {self.said}")
        self.expect(len(self.asked) == 1, f"it asks for {self.asked[1:]}")
        self.expect(page.evaluate("window.attacked") is None, "a name is run as a program")
        wide = page.evaluate("document.documentElement.scrollWidth")
        self.expect(wide <= self.width, f"it is {wide} pixels wide")
        took = page.evaluate("performance.timing.domComplete - performance.timing.navigationStart")
        self.expect(took < 2000, f"it takes {took} ms")
        return took

    def passes(self):
        """The rules of axe, of which none may be broken."""
        found = Axe().run(self.page)["violations"]
        words = [f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in found]
        self.expect(not found, "axe finds\n" + "\n".join(words))

    def column(self, table, place):
        return self.page.evaluate(
            """([table, place]) => [...document.getElementById(table).tBodies[0].rows]
                .filter((row) => !row.hidden)
                .map((row) => row.cells[place].dataset.v ?? row.cells[place].textContent)""",
            [table, place])

    def acts(self):
        """Sorts, filters, saves and chooses colours, by mouse and by keys."""
        page = self.page
        head = page.locator("#tasks-table thead th").nth(1)
        head.locator("button").click()
        numbers = [float(text) for text in self.column("tasks-table", 1) if text]
        self.expect(numbers == sorted(numbers), "a click does not sort")
        self.expect(head.get_attribute("aria-sort") == "ascending", "it does not say how it sorts")
        head.locator("button").press("Enter")
        numbers = [float(text) for text in self.column("tasks-table", 1) if text]
        self.expect(numbers == sorted(numbers, reverse=True), "Enter does not sort the other way")

        first = self.column("tasks-table", 0)[0]
        page.locator("input[aria-controls=tasks-table]").fill(first[:3])
        shown = self.column("tasks-table", 0)
        self.expect(0 < len(shown) and all(first[:3].lower() in each.lower() for each in shown),
                    "the filter lets others through")
        with page.expect_download() as saved:
            page.locator(".table", has=page.locator("#tasks-table")).get_by_text("CSV").click()
        rows = list(csv.reader(open(saved.value.path(), encoding="utf-8", newline="")))
        self.expect([row[0] for row in rows[1:]] == shown, "the CSV is not what is shown")

        page.get_by_role("button", name="dark").click()
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_role("button", name="light").click()
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        self.expect(dark == "rgb(20, 23, 28)" and light == "rgb(255, 255, 255)",
                    f"the colours are {dark} and {light}")
        page.get_by_role("button", name="auto").click()
        page.locator("input[aria-controls=tasks-table]").fill("")


def read(browser, path, folder):
    for width in (1400, 400):
        for scheme in ("light", "dark"):
            reader = Reader(browser, path, width, scheme)
            took = reader.looks()
            reader.passes()
            reader.acts()
            reader.looks()
            reader.page.screenshot(
                path=folder / f"{path.stem}-{width}-{scheme}.png", full_page=True)
            print(f"{path.stem}, {width} pixels, {scheme}: good, there in {took} ms")
            if (width, scheme) == (1400, "dark"):
                pages = reader.page.pdf(path=folder / f"{path.stem}.pdf", prefer_css_page_size=True)
                print(f"{path.stem}.pdf: {pages.count(b'/Type /Page') - 1} pages of A4")
            reader.context.close()
    bare = Reader(browser, path, 1400, "light", script=False)
    text = bare.page.inner_text("body")
    for words in ("Who won", "Leaderboard", "Methods", "Provenance"):
        bare.expect(words in text, f"without script it lacks {words}")
    print(f"{path.stem}, without script: {len(text)} characters to read")


def main():
    benchdb = Path(sys.argv[1]).resolve()
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else ".build-report").resolve()
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="benchdb-") as name, sync_playwright() as player:
        scratch = Path(name)
        (scratch / "sample").mkdir()
        (scratch / "hostile").mkdir()
        run(benchdb, scratch / "sample", "init", "--sample", "--quiet")
        warehouse(benchdb, scratch / "hostile")
        browser = player.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for kind in ("sample", "hostile"):
            path = folder / f"{kind}.html"
            run(benchdb, scratch / kind, "report", "-o", str(path), "--force", "--quiet")
            read(browser, path, folder)
        browser.close()


if __name__ == "__main__":
    main()
