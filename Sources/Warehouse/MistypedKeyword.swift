internal import Tables

/// Where a keyword of SQL was mistyped, and which was meant.
///
/// SQLite complains of the word that it could not place, and behind a mistyped keyword that is often the
/// next one: `select max(f1) frm runs` is wrong `near "runs"`, since `frm` may be an alias. So the word
/// at `offset` is looked at first and then the one before it.
///
/// - Parameter offset: UTF-8 bytes of `sql` before the word that SQLite named.
/// - Returns: nil where neither word is near a keyword, or where it is one.
func mistypedKeyword(in sql: String, at offset: Int) -> (offset: Int, meant: String)? {
  let text = Array(sql.utf8)
  guard offset < text.count else { return nil }
  let word = wordRange(in: text, at: offset)
  let before = text[..<offset].lastIndex(where: isLetter).map { wordRange(in: text, at: $0) }
  for range in [word, before].compactMap({ $0 }) where !range.isEmpty {
    let typed = String(decoding: text[range], as: UTF8.self)
    guard !keywords.contains(typed.uppercased()) else { continue }
    guard typed.count > 2, let meant = suggestion(for: typed, among: keywords) else { continue }
    return (range.lowerBound, meant)
  }
  return nil
}

/// The first place in `sql`, from byte `start`, where `name` stands as a whole word.
func place(of name: String, in sql: String, from start: Int) -> Int? {
  let text = Array(sql.utf8)
  let wanted = Array(name.utf8)
  guard !wanted.isEmpty, text.count >= start + wanted.count else { return nil }
  return (start...text.count - wanted.count).first { place in
    let end = place + wanted.count
    return text[place..<end].elementsEqual(wanted)
      && (place == 0 || !isLetter(text[place - 1])) && (end == text.count || !isLetter(text[end]))
  }
}

private func wordRange(in text: [UInt8], at place: Int) -> Range<Int> {
  let start = text[..<place].lastIndex { !isLetter($0) }.map { $0 + 1 } ?? 0
  let end = text[place...].firstIndex { !isLetter($0) } ?? text.count
  return start..<max(start, end)
}

private func isLetter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
    true
  default: false
  }
}

/// The keywords that statements are built on; the rarer ones are left out, lest names look like them.
private let keywords = [
  "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "JOIN", "LEFT", "INNER",
  "CROSS", "UNION", "EXCEPT", "INTERSECT", "DISTINCT", "BETWEEN", "INSERT", "INTO", "VALUES",
  "UPDATE",
  "DELETE", "CREATE", "DROP", "ALTER", "TABLE", "VIEW", "INDEX", "TRIGGER", "WITH", "RECURSIVE",
  "CASE",
  "WHEN", "THEN", "ELSE", "EXPLAIN", "PRAGMA", "REPLACE", "RETURNING", "WINDOW", "PARTITION",
  "BEGIN",
  "COMMIT", "ROLLBACK", "ATTACH", "DETACH", "VACUUM", "ANALYZE",
]
