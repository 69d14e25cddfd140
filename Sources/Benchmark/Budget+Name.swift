extension Budget {
  /// The budget of these limits, named for them: `2c/3500MB/10800s/12600s`.
  package init(cores: Int, memoryMB: Int, softSeconds: Int, hardSeconds: Int) {
    self.init(
      name: "\(cores)c/\(memoryMB)MB/\(softSeconds)s/\(hardSeconds)s", cores: cores,
      memoryMB: memoryMB, softLimit: .seconds(softSeconds), hardLimit: .seconds(hardSeconds))
  }

  /// The same but for `factor` times the memory, in whole MB, and named for it; nil where one of the four
  /// limits is not set.
  package func withMemory(times factor: Double) -> Budget? {
    guard let cores, let memoryMB, let softLimit, let hardLimit,
      let scaled = Int(exactly: (Double(memoryMB) * factor).rounded(.up))
    else { return nil }
    return Budget(
      cores: cores, memoryMB: scaled, softSeconds: Int(softLimit / .seconds(1)),
      hardSeconds: Int(hardLimit / .seconds(1)))
  }

  /// The budget called `name`, with the limits that the name tells.
  ///
  /// Ours tell all four, as above. AMLB names its budgets `8c1h`, `1h8c_gp3`, `10m4c`: cores before
  /// `c`, hours before `h`, minutes before `m`. Any other name tells nothing.
  package init(parsing name: String) {
    if let budget = Budget(ours: name) {
      self = budget
      return
    }
    self.init(name: name)
    let limits = Limits(name)
    guard let cores = limits.cores, let minutes = limits.minutes else { return }
    self.cores = cores
    softLimit = .seconds(60 * minutes)
  }

  private init?(ours name: String) {
    let parts = name.split(separator: "/")
    let units = ["c", "MB", "s", "s"]
    let amounts = zip(parts, units).compactMap { part, unit in
      part.hasSuffix(unit) ? Int(part.dropLast(unit.count)) : nil
    }
    guard parts.count == 4, amounts.count == 4 else { return nil }
    self.init(
      cores: amounts[0], memoryMB: amounts[1], softSeconds: amounts[2], hardSeconds: amounts[3])
    guard self.name == name else { return nil }
  }

  /// The budget that a word of `text` names, nil if none does: `8c1h` of `results_small-8c1h_ref`.
  package init?(namedIn text: String) {
    let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let word = words.first(where: { Limits($0).fill($0) }) else { return nil }
    self.init(parsing: word)
  }
}

/// The amounts that a name begins with.
private struct Limits {
  var cores: Int?
  var minutes: Int?
  /// How many characters tell them.
  var length = 0

  init(_ name: String) {
    var digits = ""
    for (position, character) in name.enumerated() {
      if character.isASCII, character.isNumber, digits.count < 4 {
        digits.append(character)
      } else if let amount = Int(digits), take(amount, character) {
        digits = ""
        length = position + 1
      } else {
        return
      }
    }
  }

  /// Whether they are all that `name` says.
  func fill(_ name: String) -> Bool {
    cores != nil && minutes != nil && length == name.count
  }

  private mutating func take(_ amount: Int, _ unit: Character) -> Bool {
    switch unit {
    case "c" where cores == nil: cores = amount
    case "h" where minutes == nil: minutes = 60 * amount
    case "m" where minutes == nil: minutes = amount
    default: return false
    }
    return true
  }
}
