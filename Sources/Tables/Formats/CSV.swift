/// RFC 4180, lines ending in a line feed alone as Unix tools expect.
///
/// A cell is quoted when it holds a comma, a quote or a line break. NULL is nothing at all and an empty
/// text is `""`, so the two can be told apart.
extension TableFormat {
  package static let csv = TableFormat(
    name: "csv", help: "comma-separated values with a header, full precision"
  ) { DelimitedWriter(delimiter: ",", null: $0.nullText ?? "", append: appendQuoted) }
}

/// A field as CSV writes it: quoted where it holds a comma, a quote or a line break.
package func csvField(_ string: String) -> String {
  let isPlain = string.utf8.allSatisfy {
    $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
      && $0 != UInt8(ascii: "\r")
  }
  return isPlain ? string : quoted(string)
}

private func appendQuoted(_ string: String, null: String, to text: inout String) {
  text += string.isEmpty || string == null ? quoted(string) : csvField(string)
}

private func quoted(_ string: String) -> String {
  var text = "\""
  for scalar in string.unicodeScalars {
    if scalar == "\"" { text += "\"" }
    text.unicodeScalars.append(scalar)
  }
  return text + "\""
}
