"use strict";
// What a reader without this misses: sorting, filtering, CSV files and the choice of colours.
(() => {
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const button = (text, act) => {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", () => act(made));
    return made;
  };
  const value = (cell) => cell.dataset.v ?? cell.textContent;

  // MARK: Tables

  const compare = (column, sign) => (one, other) => {
    const [a, b] = [one, other].map((row) => value(row.cells[column]));
    if (a === "" || b === "") return (a === "") - (b === "");
    const [x, y] = [Number(a), Number(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return sign * a.localeCompare(b, "en", { numeric: true });
    return sign * (x - y);
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const original = [...body.rows];
    for (const head of table.tHead.rows[0].cells) {
      const sort = () => {
        const was = head.getAttribute("aria-sort");
        const now = was === "ascending" ? "descending" : was === "descending" ? "none" : "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", now);
        const rows = now === "none" ? original
          : original.toSorted(compare(head.cellIndex, now === "ascending" ? 1 : -1));
        body.append(...rows);
      };
      head.replaceChildren(button(head.textContent, sort));
    }
  };

  const filter = (table) => {
    const rows = [...table.tBodies[0].rows];
    const count = make("output", {}, `${rows.length} rows`);
    const field = make("input", { type: "search", "aria-controls": table.id });
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
    });
    return [make("label", {}, "Filter ", field), count];
  };

  const quoted = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  // What is on screen, in its order, in full precision.
  const save = (table) => {
    const rows = [...table.rows].filter((row) => !row.hidden);
    const lines = rows.map((row) => [...row.cells].map((cell) => quoted(value(cell))).join(","));
    const file = new Blob([lines.join("\n") + "\n"], { type: "text/csv" });
    const link = make("a", { href: URL.createObjectURL(file), download: `${table.id}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  for (const table of document.querySelectorAll("table")) {
    const rows = table.tBodies[0].rows.length;
    if (rows > 1) sortable(table);
    const tools = make("div", { class: "tools" }, ...(rows > 9 ? filter(table) : []));
    const csv = button("CSV", () => save(table));
    csv.setAttribute("aria-label", `Save ${table.caption.textContent} as CSV`);
    tools.append(csv);
    table.closest(".table").prepend(tools);
  }

  // MARK: Colours

  const root = document.documentElement;
  const themes = ["auto", "light", "dark"].map((theme) => button(theme, () => choose(theme)));
  const choose = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const each of themes) each.setAttribute("aria-pressed", String(each.textContent === theme));
  };
  choose(root.dataset.theme ?? "auto");
  document.querySelector("header").prepend(
    make("div", { class: "theme", role: "group", "aria-label": "Colours" }, ...themes));

  // MARK: Links

  // A link to what is folded opens it.
  const open = () => {
    let found = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (; found; found = found.parentElement) if (found.localName === "details") found.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
