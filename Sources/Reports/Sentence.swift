import Markup

/// A phrase as a sentence of a report: with a capital and a full stop.
package func sentence(_ phrase: String) -> String {
  phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
}

/// Names one after the other, `a, b and c`.
func list(_ names: [String]) -> String {
  guard names.count > 1, let last = names.last else { return names.first ?? "none" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

/// The first few names, and how many more there are.
func list(_ names: [String], most: Int) -> String {
  guard names.count > most else { return list(names) }
  return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
}

/// A number with so many decimals, halves away from zero.
func fixed(_ number: Double, _ decimals: Int) -> String {
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = (abs(number) * scale).rounded()
  guard scaled < 1e15 else { return "\(number)" }
  let digits = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = number < 0 && scaled > 0 ? "-" : ""
  guard decimals > 0 else { return sign + padded }
  return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// A heading as an id to link to: `Who won?` is `who-won`.
func anchor(_ heading: String) -> String {
  let words = heading.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
  return identifier(words.joined(separator: "-"))
}
