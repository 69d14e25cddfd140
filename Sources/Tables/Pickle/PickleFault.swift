/// What is wrong with a pickle.
package enum PickleFault: Error, Sendable, Equatable {
  case cutShort
  case noInstruction(UInt8)
  case protocolNumber(UInt8)
  /// It would run code of that name.
  case calls(String)
  /// It refers to something outside of itself, in these words.
  case refersOutside(String)
  /// Fewer values on the stack than the instruction takes.
  case tooFewValues
  /// The instruction does not go with the value that it finds.
  case misplaced
  /// The number of a value that was never kept.
  case nothingKept(Int)
  case notNumber
  case tooLarge
  case notText
  case trailing(Int)
  case nested(limit: Int)
  case tooMany(limit: Int)
  case tooLong(limit: Int)
}

extension PickleFault: CustomStringConvertible {
  /// What a sentence that begins with the place goes on with.
  package var description: String {
    switch self {
    case .cutShort: "the pickle is cut short"
    case .noInstruction(let byte): "\(byte) is no instruction of a pickle"
    case .protocolNumber(let number): "the pickle is of protocol \(number); 0 to 5 are read"
    case .calls(let name):
      "the pickle wants to call \(name); only plain lists, tuples, numbers and texts are read"
    case .refersOutside(let what):
      "the pickle refers to \(what); only plain lists, tuples, numbers and texts are read"
    case .tooFewValues: "the pickle takes a value where none is left"
    case .misplaced: "the pickle treats a value as what it is not"
    case .nothingKept(let number): "the pickle takes up value \(number), which it never kept"
    case .notNumber: "the pickle has a number that is none"
    case .tooLarge: "the pickle has a whole number past 64 bits"
    case .notText: "the pickle has a text that is not Unicode"
    case .trailing(1): "the pickle ends, and another byte follows"
    case .trailing(let count): "the pickle ends, and another \(count) bytes follow"
    case .nested(let limit):
      "the pickle is nested deeper than \(limit), or a value lies within itself"
    case .tooMany(let limit): "the pickle has more than \(grouped(limit)) values"
    case .tooLong(let limit): "the pickle has more than \(grouped(limit)) instructions"
    }
  }
}
