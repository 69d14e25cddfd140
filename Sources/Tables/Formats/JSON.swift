extension TableFormat {
  package static let json = TableFormat(
    name: "json", help: "one array of objects, an object per row"
  ) { _ in JSONWriter(isArray: true) }
}

/// Writes RFC 8259, an object per row and line: `json` puts them into an array, `jsonl` does not.
///
/// JSON has no infinity and no not-a-number: they become null, and a note says how many. A blob is
/// text of hexadecimal digits. A column name that comes again gets a number: `score`, `score_2`.
struct JSONWriter: TableWriter {
  private let isArray: Bool
  private var keys: [String] = []
  private var rows = 0
  private var unwritable = 0

  init(isArray: Bool) {
    self.isArray = isArray
  }

  mutating func header(_ columns: [String], into text: inout String) {
    keys = distinct(columns).map { jsonString($0) + ":" }
    if isArray { text += "[" }
  }

  mutating func row(_ values: [Value], into text: inout String) {
    if isArray { text += rows == 0 ? "\n" : ",\n" }
    rows += 1
    for (index, value) in values.enumerated() {
      text += index == 0 ? "{" : ","
      text += keys[index]
      append(value, into: &text)
    }
    text += isArray ? "}" : "}\n"
  }

  mutating func finish(into text: inout String) {
    if isArray { text += rows == 0 ? "]\n" : "\n]\n" }
  }

  var notes: [String] {
    switch unwritable {
    case 0: []
    case 1: ["one infinite value is written as null, because JSON has no infinity"]
    default:
      ["\(grouped(unwritable)) infinite values are written as null, because JSON has no infinity"]
    }
  }

  private mutating func append(_ value: Value, into text: inout String) {
    switch value {
    case .null: text += "null"
    case .integer(let value): text += String(value)
    case .real(let value) where value.isFinite: text += String(value)
    case .real:
      unwritable += 1
      text += "null"
    case .text(let string): text += jsonString(string)
    case .blob: text += "\"" + (value.description ?? "") + "\""
    }
  }
}

/// `text` as a JSON string, quotes included.
func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{0}"..."\u{1F}":
      result += scalar.value < 16 ? "\\u000" : "\\u00"
      result += String(scalar.value, radix: 16)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// The names with a number behind each that came before.
private func distinct(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.map { name in
    var candidate = name
    var number = 2
    while !seen.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
