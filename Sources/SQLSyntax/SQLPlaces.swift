/// What may stand at byte `cursor` of `text`.
///
/// - Parameters:
///   - tokens: those of the one statement that the cursor is in, without a gap.
///   - columns: the columns of a table, view or table-valued function; nil where there is none.
/// - Complexity: O(*n*) in the length of the statement and the number of columns it spreads out.
package func sqlPlace(
  in text: [UInt8], _ tokens: [SQLToken], at cursor: Int,
  columns: (_ schema: String?, _ name: String) -> [SQLColumn]?
) -> SQLPlace {
  guard let (lexemes, hole) = lexemes(of: tokens, in: text, at: cursor) else {
    return SQLPlace(typed: cursor..<cursor)
  }
  return withoutActuallyEscaping(columns) { columns in
    var reader = StatementReader(text: text, lexemes: lexemes, lookUp: columns)
    _ = reader.read(.start)
    return reader.place ?? SQLPlace(typed: hole)
  }
}

/// The columns that a view shows, with where their values come from.
///
/// - Parameter sql: its CREATE VIEW, or a bare query.
package func sqlColumns(
  ofView sql: String, columns: (_ schema: String?, _ name: String) -> [SQLColumn]?
) -> [SQLColumn] {
  let text = Array(sql.utf8)
  let lexemes = sqlTokens(text).filter(\.isMeaningful).map { Lexeme($0, in: text) }
  return withoutActuallyEscaping(columns) { columns in
    var reader = StatementReader(text: text, lexemes: lexemes, lookUp: columns)
    return reader.read(.start).columns ?? []
  }
}
