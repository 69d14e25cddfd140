/// RFC 4180, lines ending in a line feed alone as Unix tools expect.
///
/// A cell is quoted when it holds a comma, a quote or a line break. NULL is nothing at all and an empty
/// text is `""`, so the two can be told apart.
extension TableFormat {
  package static let csv = TableFormat(
    name: "csv", help: "comma-separated values with a header, full precision"
  ) { DelimitedWriter(delimiter: ",", null: $0.nullText ?? "", append: appendQuoted) }
}

private func appendQuoted(_ string: String, null: String, to text: inout String) {
  let isPlain = string.utf8.allSatisfy {
    $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
      && $0 != UInt8(ascii: "\r")
  }
  if isPlain, !string.isEmpty, string != null {
    text += string
    return
  }
  text += "\""
  for scalar in string.unicodeScalars {
    if scalar == "\"" { text += "\"" }
    text.unicodeScalars.append(scalar)
  }
  text += "\""
}
