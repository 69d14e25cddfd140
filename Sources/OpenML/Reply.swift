import Tables

/// A part of an answer of OpenML's, and where it stands in it.
///
/// What PHP made of XML wants patience: numbers and booleans are texts, nothing is an empty array, and a
/// list of one is its element.
struct Reply {
  private let value: JSONValue
  /// As the parts above are called: `data_set_description.url`.
  private let place: String
  /// What was asked for.
  private let what: String

  init(_ value: JSONValue, of what: String, at place: String = "") {
    self.value = value
    self.place = place
    self.what = what
  }

  /// Reads the JSON that was sent in answer to `what`.
  init(_ bytes: [UInt8], of what: String) throws(OpenMLError) {
    let start = bytes.first { $0 > UInt8(ascii: " ") }
    guard start != UInt8(ascii: "<") else {
      throw .malformed(what, reason: "is HTML or XML, where JSON belongs")
    }
    var reader = JSONReader(bytes)
    let value: JSONValue?
    do throws(TablesError) {
      value = try reader.next()
    } catch {
      throw .malformed(what, reason: "is no JSON: \(error)")
    }
    guard let value else { throw .malformed(what, reason: "is empty") }
    self.init(value, of: what)
  }

  /// A part that must be there.
  func part(_ name: String) throws(OpenMLError) -> Reply {
    guard let part = self[name] else {
      throw .malformed(what, reason: "lacks \(inner(name))")
    }
    return part
  }

  /// A part that may be absent, null or nothing.
  subscript(name: String) -> Reply? {
    guard case .object(let members) = value,
      let member = members.first(where: { $0.name == name })?.value,
      member != .null, member != .array([]), member != .text("")
    else { return nil }
    return Reply(member, of: what, at: inner(name))
  }

  /// The elements of a list; what is none is a list of one.
  var elements: [Reply] {
    guard case .array(let values) = value else { return [self] }
    return values.enumerated().map { Reply($1, of: what, at: "\(place)[\($0)]") }
  }

  /// The names of the parts, in their order.
  var names: [String] {
    if case .object(let members) = value { members.map(\.name) } else { [] }
  }

  func text() throws(OpenMLError) -> String {
    switch value {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .real(let number): return String(number)
    case .bool(let flag): return String(flag)
    case .array(let values) where values.count == 1:
      return try Reply(values[0], of: what, at: place).text()
    case .null, .array, .object: throw unlike("a text")
    }
  }

  func integer() throws(OpenMLError) -> Int {
    guard let number = Int(try text()) else { throw unlike("a whole number") }
    return number
  }

  func flag() throws(OpenMLError) -> Bool {
    switch try text() {
    case "true", "1": return true
    case "false", "0": return false
    default: throw unlike("true or false")
    }
  }

  private func unlike(_ right: String) -> OpenMLError {
    let shown = value.text
    let cut = shown.count > 40 ? shown.prefix(40) + "…" : shown[...]
    return .malformed(what, reason: "has \(cut) as \(place), where \(right) belongs")
  }

  private func inner(_ name: String) -> String {
    place.isEmpty ? name : "\(place).\(name)"
  }
}
