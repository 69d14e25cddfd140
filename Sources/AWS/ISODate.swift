/// A moment as AWS writes when credentials end: `2026-11-24T08:12:31Z`.
///
/// **Edge cases**: fractions of a second are dropped; a place may have an offset, `+01:00`; old files of
/// the AWS CLI end in `UTC`.
///
/// **Source**: RFC 3339.
struct ISODate: Equatable {
  /// Since 1970.
  let seconds: Int

  init(seconds: Int) {
    self.seconds = seconds
  }

  init?(_ text: String) {
    guard
      let parts = text.wholeMatch(
        of: /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|UTC|[+-]\d\d:?\d\d)?/
      )?.output
    else { return nil }
    let numbers = [parts.1, parts.2, parts.3, parts.4, parts.5, parts.6].compactMap { Int($0) }
    let ranges = [1970...9999, 1...12, 1...31, 0...23, 0...59, 0...60]
    guard zip(ranges, numbers).allSatisfy({ $0.contains($1) }) else { return nil }
    let days = daysSince1970(year: numbers[0], month: numbers[1], day: numbers[2])
    let seconds = days * 86400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
    self.seconds = seconds - Self.offset(parts.7 ?? "Z")
  }

  /// The seconds that a place is ahead of UTC.
  private static func offset(_ text: Substring) -> Int {
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == 4 else { return 0 }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    return (text.hasPrefix("-") ? -60 : 60) * minutes
  }

  var text: String {
    let moment = SigningDate(seconds).moment
    func part(_ first: Int, _ count: Int) -> Substring { moment.dropFirst(first).prefix(count) }
    return "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(9, 2)):\(part(11, 2)):\(part(13, 2))Z"
  }
}
