"""Draws every figure of benchdb from the sample and four made warehouses, on one page to look through.

    gallery.py BENCHDB FOLDER
"""

import html
import subprocess
import sys
from pathlib import Path

import warehouses

HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>benchdb figures</title>
<style>
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 760px; margin: 2rem auto; padding: 0 1rem }
nav a { margin-right: 1rem }
figure { margin: 2rem 0 }
figcaption { font-size: 13px; opacity: .75 }
img { max-width: 100%; border: 1px solid #8884 }
</style>
<h1>Every figure, from every kind of warehouse</h1>
"""


class Gallery:
    def __init__(self, benchdb, folder):
        self.benchdb = Path(benchdb).resolve()
        self.folder = Path(folder)
        self.page = []

    def run(self, *words, cwd, stdin=None):
        done = subprocess.run(
            [self.benchdb, *words], cwd=cwd, input=stdin, text=True, capture_output=True)
        return done.returncode, done.stdout, done.stderr

    def must(self, *words, cwd, stdin=None):
        code, out, err = self.run(*words, cwd=cwd, stdin=stdin)
        if code:
            sys.exit(f"benchdb {' '.join(words)} in {cwd}: {err}")
        return out

    def make(self, name, runs, shapes):
        """The warehouse `name` in a folder of its own."""
        place = self.folder / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "bench.db").unlink(missing_ok=True)
        warehouses.write(place / "runs.csv", runs)
        self.must("import", "runs.csv", "--as", "generic", "--source", name, "--create", "-q", cwd=place)
        self.must("repl", "--write", cwd=place, stdin=warehouses.shapes_as_sql(shapes))
        return place

    def sample(self):
        place = self.folder / "sample"
        place.mkdir(parents=True, exist_ok=True)
        (place / "bench.db").unlink(missing_ok=True)
        self.must("init", "--sample", "--force", cwd=place)
        return place

    def draw(self, title, place):
        """A section of the page: each figure, or the sentence that says why there is none."""
        self.page.append(f'<h2 id="{place.name}">{html.escape(title)}</h2>')
        listed = self.must("figure", "--list", "--format", "tsv", cwd=place).splitlines()[1:]
        for name in (line.split("\t")[0] for line in listed):
            file = f"{name}.svg"
            (place / file).unlink(missing_ok=True)
            code, _, err = self.run("figure", name, "-o", file, cwd=place)
            words = html.escape(err.strip().splitlines()[0] if err.strip() else "")
            if code:
                self.page.append(f"<p><b>{name}</b>: {words}</p>")
                continue
            size = (place / file).stat().st_size
            self.page.append(
                f'<figure id="{place.name}-{name}"><img src="{place.name}/{file}" alt="{words}">'
                f"<figcaption><b>{name}</b>, {size / 1000:.0f} kB</figcaption></figure>")

    def write(self, sections):
        nav = "".join(f'<a href="#{name}">{html.escape(title)}</a> ' for name, title in sections)
        text = HEAD + f"<nav>{nav}</nav>\n" + "\n".join(self.page) + "\n"
        (self.folder / "index.html").write_text(text)


def main(benchdb, folder):
    gallery = Gallery(benchdb, folder)
    sections = [("sample", "The sample")]
    gallery.draw("The sample", gallery.sample())
    for name, title, runs, shapes in warehouses.all_of_them():
        sections.append((name, title))
        gallery.draw(title, gallery.make(name, runs, shapes))
    gallery.write(sections)
    print(f"{gallery.folder}/index.html")


if __name__ == "__main__":
    main(*sys.argv[1:])
