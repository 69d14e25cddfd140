extension TableFormat {
  package static let latex = TableFormat(
    name: "latex", help: "a LaTeX tabular with booktabs rules, full precision"
  ) { LaTeXWriter(null: $0.nullText ?? "--") }
}

/// Writes a `tabular`; its first rows say which columns hold numbers and are right-aligned.
private struct LaTeXWriter: TableWriter {
  let null: String
  var columns: [String] = []
  /// Rows until the alignment is settled, nil from then on.
  var waiting: [[Value]]? = []

  private static let enough = 100

  init(null: String) {
    self.null = null
  }

  mutating func header(_ columns: [String], into text: inout String) {
    self.columns = columns
  }

  mutating func row(_ values: [Value], into text: inout String) {
    guard waiting != nil else { return line(values, into: &text) }
    waiting?.append(values)
    if waiting?.count == Self.enough { begin(into: &text) }
  }

  mutating func finish(into text: inout String) {
    begin(into: &text)
    text += "\\bottomrule\n\\end{tabular}\n"
  }

  private mutating func begin(into text: inout String) {
    guard let rows = waiting else { return }
    waiting = nil
    let alignment = columns.indices.map { index in
      let values = rows.map { $0[index] }.filter { !$0.isNull }
      return values.isEmpty || values.contains { $0.number == nil } ? "l" : "r"
    }
    text += "\\begin{tabular}{\(alignment.joined())}\n\\toprule\n"
    text += columns.map(escaped).joined(separator: " & ") + " \\\\\n\\midrule\n"
    for row in rows { line(row, into: &text) }
  }

  private func line(_ values: [Value], into text: inout String) {
    text += values.map { $0.description.map(escaped) ?? null }.joined(separator: " & ")
    text += " \\\\\n"
  }
}

/// `text` as TeX prints it, its ten special characters escaped and control characters made spaces.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&", "%", "$", "#", "_", "{", "}": result += "\\\(scalar)"
    case "~": result += "\\textasciitilde{}"
    case "^": result += "\\textasciicircum{}"
    case "\\": result += "\\textbackslash{}"
    case "<": result += "\\textless{}"
    case ">": result += "\\textgreater{}"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
