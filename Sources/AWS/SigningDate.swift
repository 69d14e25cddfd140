/// A moment as signatures have it: `20150830T123600Z`.
struct SigningDate: Sendable, Equatable {
  /// `20150830`
  let day: String
  /// `20150830T123600Z`
  let moment: String

  /// - Parameter seconds: since 1970.
  ///
  /// **Source**: days to civil dates after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  init(_ seconds: Int) {
    let days = (Double(seconds) / 86400).rounded(.down)
    let second = seconds - Int(days) * 86400
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func digits(_ value: Int, _ count: Int = 2) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    day = digits(year, 4) + digits(month) + digits(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    moment =
      day + "T" + digits(second / 3600) + digits(second / 60 % 60) + digits(second % 60) + "Z"
  }
}
