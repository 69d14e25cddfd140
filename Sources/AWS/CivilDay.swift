/// The days from 1970 to a day of the civil calendar.
///
/// **Source**: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
func daysSince1970(year: Int, month: Int, day: Int) -> Int {
  let shifted = month <= 2 ? year - 1 : year
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
}
