/// The values that a CREATE TABLE allows in a column by `CHECK (c IN (…))`, as they are written there.
///
/// - Returns: for each column that has such a check its literals, in their order.
package func checkedValues(in sql: String) -> [String: [String]] {
  let text = Array(sql.utf8)
  let tokens = sqlTokens(text).filter(\.isMeaningful)
  let lexemes = tokens.map { Lexeme($0, in: text) }
  var values: [String: [String]] = [:]
  for index in lexemes.indices.dropFirst(2) where lexemes[index].word == "IN" {
    guard lexemes[index - 2].word == "(", let column = lexemes[index - 1].name,
      index > 2, lexemes[index - 3].word == "CHECK", index + 1 < lexemes.count,
      lexemes[index + 1].word == "("
    else { continue }
    let list = lexemes[(index + 2)...].prefix { $0.word != ")" }
    values[column] = list.filter { $0.token.kind == .string || $0.token.kind == .number }.map {
      String(decoding: text[$0.token.range], as: UTF8.self)
    }
  }
  return values
}
