extension Value {
  /// The value as SQL writes it: `NULL`, `5`, `2.5`, `'it''s'`, `X'0f'`.
  package var literal: String {
    switch self {
    case .null: return "NULL"
    // SQLite has no literal for infinity, but reads a number too large as one; it has no NaN at all.
    case .real(let number) where number.isInfinite: return number < 0 ? "-9e999" : "9e999"
    case .real(let number) where number.isNaN: return "NULL"
    case .integer, .real: return description ?? "NULL"
    case .blob: return "X'" + (description ?? "") + "'"
    case .text(let string):
      // A literal ends at a NUL character.
      guard string.utf8.contains(0) else { return "'" + doubling("'", in: string) + "'" }
      return "CAST(X'" + (Value.blob(Array(string.utf8)).description ?? "") + "' AS TEXT)"
    }
  }

  /// Reads what a person typed as a value: `null`, a number, `'text'`, `x'0f'`, else text as it stands.
  package init(literal text: String) {
    if text.lowercased() == "null" {
      self = .null
    } else if let integer = Int64(text) {
      self = .integer(integer)
    } else if text.first.map({ "+-.0123456789".contains($0) }) == true, let real = Double(text) {
      self = .real(real)
    } else if let bytes = bytes(of: text) {
      self = .blob(bytes)
    } else {
      self = .text(unquoted(text) ?? text)
    }
  }
}

/// `text` with every `quote` in it twice.
func doubling(_ quote: Unicode.Scalar, in text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == quote { result.append(quote) }
    result.append(scalar)
  }
  return String(result)
}

/// The text within quotes of one kind, a doubled one inside being one; nil where it is not all quoted.
private func unquoted(_ text: String) -> String? {
  guard text.count > 1, let quote = text.first, quote == "'" || quote == "\"", text.last == quote
  else { return nil }
  let parts = text.dropFirst().dropLast().split(separator: quote, omittingEmptySubsequences: false)
  // Within, quotes stand in pairs, so every second part is empty.
  guard parts.count % 2 == 1,
    stride(from: 1, to: parts.count, by: 2).allSatisfy({ parts[$0].isEmpty })
  else { return nil }
  return stride(from: 0, to: parts.count, by: 2).map { String(parts[$0]) }
    .joined(separator: String(quote))
}

/// The bytes of `x'0f'`; nil for any other text.
private func bytes(of text: String) -> [UInt8]? {
  guard text.lowercased().hasPrefix("x'"), text.hasSuffix("'"), text.count > 2 else { return nil }
  let digits = Array(text.dropFirst(2).dropLast())
  guard digits.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit) else { return nil }
  var bytes: [UInt8] = []
  for place in stride(from: 0, to: digits.count, by: 2) {
    guard let byte = UInt8(String(digits[place...(place + 1)]), radix: 16) else { return nil }
    bytes.append(byte)
  }
  return bytes
}
