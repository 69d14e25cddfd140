/// A column that an ARFF text declares.
package struct ARFFAttribute: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// `numeric`, `real` or `integer`; they differ in nothing that is checked.
    case number
    /// The values there are, in the order of their codes.
    case nominal([String])
    case text
    case date
  }

  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// How the cells of a column are read.
struct ARFFColumn: Sendable {
  enum Rule: Sendable {
    case number
    case nominal(WordIndex)
    case text
    case date(DatePattern)
  }

  var name: String
  var rule: Rule

  /// The number that stands for a text; nil where the column cannot hold it.
  func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    switch rule {
    case .number: Decimal.number(text)
    case .nominal(let values): values.position(of: text).map { Double($0) }
    case .text: 0
    case .date(let pattern): pattern.seconds(in: text)
    }
  }

  /// What to say of a text that the column cannot hold.
  func fault(_ text: String) -> ARFFFault {
    switch rule {
    case .number, .text: .notNumber(text, attribute: name)
    case .nominal: .undeclared(text, attribute: name)
    case .date: .notDate(text, attribute: name)
    }
  }
}
