internal import Benchmark
internal import Tables

/// What the fields of results files hold, or why they do not.
extension CSVRecord {
  /// A score; nil where the field is empty or says that there is none.
  func score(_ index: Int, called name: @autoclosure () -> String) throws -> Double? {
    if isEmpty(index) { return nil }
    if let number = number(index) {
      if number.isNaN { return nil }
      if number.isFinite { return number }
    }
    let text = self[index]
    if ["na", "n/a", "none", "null", "<na>"].contains(text.lowercased()) { return nil }
    throw RowFault("has \(quoted(text)) as \(name()), where a finite number belongs")
  }

  /// A whole number, which pandas may have written as 31.0.
  func whole(_ index: Int, called name: @autoclosure () -> String) throws -> Int {
    if let whole = integer(index) { return whole }
    if let number = number(index), let whole = Int(exactly: number) { return whole }
    throw RowFault("has \(quoted(self[index])) as \(name()), where a whole number belongs")
  }

  /// A field that may not be empty.
  func require(_ index: Int, called name: @autoclosure () -> String) throws {
    if isEmpty(index) { throw RowFault("has no \(name())") }
  }

  /// Whether a field is exactly this.
  func holds(_ text: StaticString, at index: Int) -> Bool {
    range(of: index).count == text.utf8CodeUnitCount
      && withBytes(of: index) { bytes in text.withUTF8Buffer { $0.elementsEqual(bytes) } }
  }

  func problemType(_ index: Int, called name: @autoclosure () -> String) throws -> ProblemType {
    if holds("classification", at: index) { return .classification }
    if holds("regression", at: index) { return .regression }
    switch self[index].lowercased() {
    case "classification", "binary", "multiclass": return .classification
    case "regression": return .regression
    case "timeseries": return .timeseries
    case let text:
      throw RowFault(
        "has \(quoted(text)) as \(name()), where classification, regression or timeseries belongs")
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + (text.count > 40 ? text.prefix(40) + "…" : text) + "\""
  }
}

/// The columns that have no place of their own, as the JSON of `runs.details`.
struct DetailColumns {
  /// Each column with its key as JSON writes it, `"seed":`.
  private let columns: [(index: Int, key: [UInt8])]
  private var json: [UInt8] = []

  init(_ columns: [Int], of header: ImportHeader) {
    self.columns = columns.map { index in
      var key: [UInt8] = []
      Array(header.names[index].utf8).withUnsafeBufferPointer { appendJSON($0, to: &key) }
      return (index, key + [UInt8(ascii: ":")])
    }
  }

  /// Keeps what the columns hold in `row`: numbers as they are written, all else as strings.
  mutating func keep(_ record: CSVRecord, in row: inout RunRow) {
    json.removeAll(keepingCapacity: true)
    for column in columns where !record.isEmpty(column.index) {
      json.append(UInt8(ascii: json.isEmpty ? "{" : ","))
      json.append(contentsOf: column.key)
      record.withBytes(of: column.index) { field in
        if isNumber(field) {
          json.append(contentsOf: field)
        } else {
          appendJSON(field, to: &json)
        }
      }
    }
    guard !json.isEmpty else { return }
    json.append(UInt8(ascii: "}"))
    row.details = row.keep(json)
  }
}

/// Whether JSON would read `text` as a number: no sign but minus, no zero in front, no lone point.
private func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
  guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else {
    return false
  }
  let points = digits.count { $0 == UInt8(ascii: ".") }
  guard points <= 1, digits.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else {
    return false
  }
  return first != UInt8(ascii: "0") || digits.count == 1
    || digits[digits.startIndex + 1] == UInt8(ascii: ".")
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

/// Appends UTF-8 text as a JSON string (RFC 8259, section 7).
func appendJSON(_ text: UnsafeBufferPointer<UInt8>, to json: inout [UInt8]) {
  json.append(UInt8(ascii: "\""))
  defer { json.append(UInt8(ascii: "\"")) }
  let mustEscape = text.contains {
    $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
  }
  guard mustEscape else { return json.append(contentsOf: text) }
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      json.append(UInt8(ascii: "\\"))
      json.append(byte)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      json.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    default: json.append(byte)
    }
  }
}
