/// A tab between cells; a tab, line break or backslash in the data becomes `\t`, `\n`, `\r`, `\\`, so that
/// `cut` and `awk` may trust tabs and lines. NULL is empty.
extension TableFormat {
  package static let tsv = TableFormat(
    name: "tsv", help: "tab-separated values with a header, full precision"
  ) { DelimitedWriter(delimiter: "\t", null: $0.nullText ?? "", append: appendEscaped) }
}

private func appendEscaped(_ string: String, null: String, to text: inout String) {
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\t": text += "\\t"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\\": text += "\\\\"
    default: text.unicodeScalars.append(scalar)
    }
  }
}
