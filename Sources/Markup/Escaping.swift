/// `text` as it may stand in a text node or a quoted attribute of SVG and HTML.
///
/// Beside the five characters of the markup it replaces with U+FFFD what XML 1.0 (section 2.2)
/// forbids, and what would let a name reorder the text around it: control characters and bidirectional
/// overrides (Unicode Annex 9). Line breaks and tabs become spaces unless they are kept.
package func escaped(_ text: String, keepingLines isKept: Bool = false) -> String {
  // Most text needs nothing, which its bytes tell quickly.
  if text.utf8.allSatisfy(isPlain) { return text }
  var output = ""
  output.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": output += "&amp;"
    case "<": output += "&lt;"
    case ">": output += "&gt;"
    case "\"": output += "&quot;"
    case "'": output += "&#39;"
    case "\n" where isKept, "\t" where isKept: output.unicodeScalars.append(scalar)
    case "\n", "\r", "\t": output += " "
    case _ where isUnprintable(scalar): output += "\u{FFFD}"
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}

/// Whether a byte is a printable ASCII character that is no markup.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"):
    false
  default: 0x20..<0x7F ~= byte
  }
}

private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  case 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// `text` as an identifier: letters, digits, `-` and `_`, and a letter first.
package func identifier(_ text: String) -> String {
  let allowed = text.unicodeScalars.map { scalar -> Character in
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
    default: "-"
    }
  }
  let name = String(allowed.prefix(64))
  return name.first?.isLetter == true ? name : "figure-" + name
}
