/// What is wrong with a line of an ARFF text.
package enum ARFFFault: Error, Sendable, Equatable {
  /// A line before `@data` that is no declaration.
  case noDeclaration(String)
  case noName
  case noAttributes
  case noData
  case unknownType(String, attribute: String)
  /// Bags of rows, which a table has no place for.
  case relational(attribute: String)
  case repeatedAttribute(String)
  case repeatedValue(String, attribute: String)
  /// A letter of a date's pattern that is not read.
  case datePattern(String, attribute: String)

  case openQuote
  case openBrace
  case textAfterQuote
  case textAfterBrace
  /// A backslash and what follows it, where no character is meant.
  case escape
  case weight

  case valueCount(Int, expected: Int)
  case notNumber(String, attribute: String)
  case notDate(String, attribute: String)
  case undeclared(String, attribute: String)
  /// A sparse row names an attribute by something else than its number, counted from 0.
  case index(String, attributes: Int)
  case repeatedIndex(Int)
  case noValue(index: Int)

  case zeroByte
  case tooLong(limit: Int)
}

extension ARFFFault: CustomStringConvertible {
  /// What a sentence that begins with the line goes on with.
  package var description: String {
    switch self {
    case .noDeclaration(let word):
      "begins with \"\(word)\", where @relation, @attribute or @data belongs"
    case .noName: "declares an attribute without a name"
    case .noAttributes: "begins the data, and no attribute was declared"
    case .noData: "ends before @data does begin the rows"
    case .unknownType(let type, let attribute):
      "gives attribute \"\(attribute)\" the type \"\(type)\", where numeric, real, integer, string, "
        + "date or values in braces belong"
    case .relational(let attribute):
      "declares \"\(attribute)\" relational, and bags of rows are not read"
    case .repeatedAttribute(let name): "declares attribute \"\(name)\" a second time"
    case .repeatedValue(let value, let attribute):
      "declares value \"\(value)\" of \"\(attribute)\" twice"
    case .datePattern(let part, let attribute):
      "gives date \"\(attribute)\" a pattern with \"\(part)\", and y M d H m s S are read"
    case .openQuote: "opens a quote that never closes"
    case .openBrace: "opens a brace that never closes"
    case .textAfterQuote: "has text after a closing quote, where a comma belongs"
    case .textAfterBrace: "has text after the closing brace"
    case .escape: "has a backslash that no known character follows"
    case .weight: "has a weight in braces, and weighted rows are not read"
    case .valueCount(let count, let expected):
      "has \(counted(count, "value")), \(counted(expected, "attribute")) were declared"
    case .notNumber(let text, let attribute):
      "has \"\(text)\" for \"\(attribute)\", where a number belongs"
    case .notDate(let text, let attribute):
      "has \"\(text)\" for \"\(attribute)\", where a date of its pattern belongs"
    case .undeclared(let text, let attribute):
      "has \"\(text)\" for \"\(attribute)\", which is none of its values"
    case .index(let text, let attributes):
      "has \"\(text)\" for the number of an attribute, 0 to \(attributes - 1) are right"
    case .repeatedIndex(let index): "gives attribute number \(index) twice"
    case .noValue(let index): "gives attribute number \(index) no value"
    case .zeroByte: "holds a zero byte, which no text has (is it UTF-16?)"
    case .tooLong(let limit): "is longer than the \(limit) bytes that a line may have"
    }
  }
}
