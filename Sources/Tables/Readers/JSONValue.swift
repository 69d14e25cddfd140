/// What a JSON text holds.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number without a fraction and a power of ten, within 64 bits.
  case integer(Int64)
  case real(Double)
  case text(String)
  case array([JSONValue])
  /// In the order they were written; no name comes twice.
  case object([Member])

  /// A name within an object and its value.
  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      (self.name, self.value) = (name, value)
    }
  }
}

/// What is wrong with a JSON text.
package enum JSONFault: Error, Sendable, Equatable {
  case cutShort
  /// A character where something else belongs, in these words.
  case unexpected(String, wanted: String)
  /// A name that comes twice in one object.
  case repeatedName(String)
  case controlCharacter
  case escape
  case notUTF8
  case nested(limit: Int)
}

extension JSONFault: CustomStringConvertible {
  /// What a sentence that begins with the line goes on with.
  package var description: String {
    switch self {
    case .cutShort: "ends before the JSON does"
    case .unexpected(let found, let wanted): "has \"\(found)\" where \(wanted) belongs"
    case .repeatedName(let name): "has \"\(name)\" twice in one object"
    case .controlCharacter: "has a control character in a text, where \\n and its like belong"
    case .escape: "has a backslash in a text that JSON does not know"
    case .notUTF8: "is not UTF-8"
    case .nested(let limit): "is nested deeper than \(limit)"
    }
  }
}
