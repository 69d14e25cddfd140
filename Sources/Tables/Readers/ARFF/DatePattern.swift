/// How an ARFF attribute spells its dates: a pattern of Java's `SimpleDateFormat`.
///
/// **Shape**: runs of the letters y M d H m s S stand for numbers of as many digits or more, text in
/// single quotes and all that is no letter for itself. Other letters are not read.
///
/// **Source**: Weka's ARFF format, whose pattern is `yyyy-MM-dd'T'HH:mm:ss` where none is given.
struct DatePattern: Sendable {
  static let standard = "yyyy-MM-dd'T'HH:mm:ss"

  private enum Part: Sendable {
    case number(letter: UInt8, digits: Int)
    case byte(UInt8)

    var isNumber: Bool {
      if case .number = self { true } else { false }
    }
  }

  private var parts: [Part] = []

  /// Throws the letters that are not read, and names of months.
  init(_ pattern: some Sequence<UInt8>, of attribute: String) throws(ARFFFault) {
    var isQuoted = false
    for byte in pattern {
      if byte == UInt8(ascii: "'") {
        isQuoted.toggle()
      } else if isQuoted || byte | 0x20 < UInt8(ascii: "a") || byte | 0x20 > UInt8(ascii: "z") {
        parts.append(.byte(byte))
      } else if "yMdHmsS".utf8.contains(byte) {
        add(byte)
      } else {
        throw .datePattern(String(Unicode.Scalar(byte)), attribute: attribute)
      }
    }
    for case .number(UInt8(ascii: "M"), let digits) in parts where digits > 2 {
      throw .datePattern("MMM", attribute: attribute)
    }
  }

  private mutating func add(_ letter: UInt8) {
    if case .number(letter, let digits)? = parts.last {
      parts[parts.count - 1] = .number(letter: letter, digits: digits + 1)
    } else {
      parts.append(.number(letter: letter, digits: 1))
    }
  }

  /// The seconds from the beginning of 1970, in UTC, to the date that `text` spells; nil if it spells none.
  func seconds(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    var rest = text
    var date = Moment()
    for (index, part) in parts.enumerated() {
      switch part {
      case .byte(let byte):
        guard rest.popFirst() == byte else { return nil }
      case .number(let letter, let digits):
        // Where digits follow at once, as in yyyyMMdd, only their number tells where one ends.
        let isTight = index + 1 < parts.count && parts[index + 1].isNumber
        guard let number = Self.number(&rest, most: isTight ? digits : 9) else { return nil }
        date.set(letter, to: number, digits: digits)
      }
    }
    return rest.isEmpty ? date.seconds : nil
  }

  private static func number(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, most: Int) -> Int? {
    let digits = rest.prefix(most).prefix { $0 &- 48 < 10 }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}

/// A date by its parts; those that a pattern lacks are those of the beginning of 1970.
private struct Moment {
  private var year = 1970
  private var month = 1
  private var day = 1
  private var time = 0.0
  private var isPossible = true

  mutating func set(_ letter: UInt8, to number: Int, digits: Int) {
    switch letter {
    // Two digits are a year of 1950 to 2049: Java has them relative to today, which no result may be.
    case UInt8(ascii: "y"): year = digits > 2 || number > 99 ? number : (number + 50) % 100 + 1950
    case UInt8(ascii: "M"): month = number
    case UInt8(ascii: "d"): day = number
    case UInt8(ascii: "H"): add(number, below: 24, of: 3600)
    case UInt8(ascii: "m"): add(number, below: 60, of: 60)
    case UInt8(ascii: "s"): add(number, below: 61, of: 1)
    default: add(number, below: 1000, of: 0.001)
    }
  }

  private mutating func add(_ number: Int, below limit: Int, of seconds: Double) {
    if number >= limit { isPossible = false }
    time += Double(number) * seconds
  }

  /// Nil for a day that no calendar has.
  ///
  /// **Source**: H. Hinnant, chrono-compatible low-level date algorithms (2013), `days_from_civil`.
  var seconds: Double? {
    guard isPossible, (1...12).contains(month), (1...daysInMonth).contains(day) else { return nil }
    let years = month > 2 ? year : year - 1
    let era = (years >= 0 ? years : years - 399) / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468) * 86_400 + time
  }

  private var daysInMonth: Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
