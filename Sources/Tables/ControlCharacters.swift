/// `text` with control characters written out, so that data cannot steer a terminal: `\n`, `\t`,
/// `\x1b` in ASCII, `\u202e` above.
///
/// C0 and C1 controls, DEL, line separators and the bidirectional overrides count. A backslash in the
/// data stays as it is: the result is for eyes, not for reading back.
package func escapingControls(in text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
  guard text.unicodeScalars.contains(where: { isControl($0) && !kept.contains($0) }) else {
    return text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isControl(scalar), !kept.contains(scalar) {
      result.append(contentsOf: escaped(scalar).unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F: true
  case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
  default: false
  }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\t": "\\t"
  case "\r": "\\r"
  default: scalar.value < 0x80 ? "\\x" + hexadecimal(scalar, 2) : "\\u" + hexadecimal(scalar, 4)
  }
}

private func hexadecimal(_ scalar: Unicode.Scalar, _ digits: Int) -> String {
  let text = String(scalar.value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
