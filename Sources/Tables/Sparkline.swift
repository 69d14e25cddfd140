extension TextScale {
  /// A line of one character for each value, the higher the value the taller: `▁▃▅▇`, or `_.-=` in ASCII.
  ///
  /// What is not a number is a blank. More values than the width are the means of as many groups as it
  /// has cells.
  package func sparkline(_ values: [Double?]) -> String {
    let steps: [Character] =
      unicode
      ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", "-", "~", "=", "+", "*", "#"]
    return String(
      grouped(values).map { value -> Character in
        guard let value, value.isFinite else { return " " }
        guard high > low else { return steps[steps.count / 2] }
        // Halves, where the whole is more than a double holds.
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return steps[min(Int(min(max(share, 0), 1) * Double(steps.count)), steps.count - 1)]
      })
  }

  private func grouped(_ values: [Double?]) -> [Double?] {
    guard values.count > width else { return values }
    return (0..<width).map { cell in
      let slice = values[(cell * values.count / width)..<((cell + 1) * values.count / width)]
      let numbers = slice.compactMap { $0 }.filter(\.isFinite)
      return numbers.isEmpty ? nil : numbers.reduce(0) { $0 + $1 / Double(numbers.count) }
    }
  }
}
