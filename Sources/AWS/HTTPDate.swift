/// A moment as HTTP's `Date` header has it: `Tue, 24 Nov 2026 08:12:31 GMT`.
///
/// **Source**: RFC 9110, 5.6.7, the form that is to be sent.
package struct HTTPDate: Sendable, Equatable {
  /// Since 1970.
  package let seconds: Int

  package init?(_ text: String) {
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      (1970...9999).contains(year), (1...31).contains(day),
      words[2].utf8.count == 3, let place = months.firstRange(of: words[2])?.lowerBound
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else { return nil }
    let month = months.distance(from: months.startIndex, to: place) / 3 + 1
    let days = daysSince1970(year: year, month: month, day: day)
    seconds = days * 86400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}
