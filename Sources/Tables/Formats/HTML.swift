extension TableFormat {
  package static let html = TableFormat(
    name: "html", help: "an HTML table; numbers have class number, NULL has class null"
  ) { HTMLWriter(null: $0.nullText ?? "") }
}

/// Writes one `<table>` with `<thead>` and `<tbody>`, a row per line.
private struct HTMLWriter: TableWriter {
  let null: String

  mutating func header(_ columns: [String], into text: inout String) {
    text += "<table>\n<thead>\n<tr>"
    for column in columns { text += "<th>" + escaped(column) + "</th>" }
    text += "</tr>\n</thead>\n<tbody>\n"
  }

  mutating func row(_ values: [Value], into text: inout String) {
    text += "<tr>"
    for value in values {
      switch value {
      case .null: text += "<td class=\"null\">" + escaped(null)
      case .integer, .real: text += "<td class=\"number\">" + (value.description ?? "")
      case .text, .blob: text += "<td>" + escaped(value.description ?? "")
      }
      text += "</td>"
    }
    text += "</tr>\n"
  }

  mutating func finish(into text: inout String) {
    text += "</tbody>\n</table>\n"
  }
}

/// `text` without markup; control characters, which HTML forbids, become U+FFFD.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\r", "\t": result.unicodeScalars.append(scalar)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
