import Statistics

/// One framework's mean at each of its steps, over the blocks that it has at all of them.
struct TrendSeries: Sendable {
  struct Step: Sendable, Equatable {
    var step: String
    var mean: Double
    /// Half of the 95 % interval of the mean; nil for a single block.
    var margin: Double?
  }

  let name: String
  /// In the order of the steps, two at least.
  let points: [Step]
  /// How many blocks each mean is over, and how many some step lacks.
  let blocks: Int
  let missing: Int
  /// The 95 % interval of the change from the first step to the last, block by block; nil for a single
  /// block.
  let interval: Interval?

  var first: Step { points[0] }
  var last: Step { points[points.count - 1] }
  var change: Double { last.mean - first.mean }

  /// The frameworks with two steps and a block that both have, in alphabetical order; and how many rows
  /// were of no use.
  static func read(_ input: ChartInput) throws(FigureError) -> ([TrendSeries], skipped: Int) {
    let steps = try input.names("x")
    let names = try input.names("treatment")
    let blocks = try input.names("block")
    let values = try input.numbers("y")
    var cells: [String: [String: [String: [Double]]]] = [:]
    var skipped = 0
    for row in values.indices {
      guard let name = names[row], let step = steps[row], let block = blocks[row],
        let value = values[row]
      else {
        skipped += 1
        continue
      }
      cells[name, default: [:]][step, default: [:]][block, default: []].append(value)
    }
    let series = cells.sorted { $0.key < $1.key }.compactMap {
      TrendSeries(name: $0.key, values: $0.value)
    }
    return (series, skipped)
  }

  private init?(name: String, values: [String: [String: [Double]]]) {
    let order = values.keys.sorted(by: isEarlier)
    guard order.count >= 2, let first = order.first, let last = order.last else { return nil }
    let all = Set(values.values.flatMap(\.keys))
    let shared = all.filter { block in values.values.allSatisfy { $0[block] != nil } }.sorted()
    guard !shared.isEmpty else { return nil }
    let means = values.mapValues { blocks in
      shared.map { block in
        (blocks[block] ?? []).sorted().reduce(0, +) / Double(max(blocks[block]?.count ?? 0, 1))
      }
    }
    self.name = name
    self.blocks = shared.count
    missing = all.count - shared.count
    points = order.map { step in
      let own = means[step] ?? []
      return Step(step: step, mean: mean(of: own) ?? 0, margin: margin(of: own))
    }
    let changes = zip(means[last] ?? [], means[first] ?? []).map { $0 - $1 }
    interval = margin(of: changes).flatMap { margin in
      mean(of: changes).map {
        Interval(lower: $0 - margin, upper: $0 + margin, confidence: 0.95)
      }
    }
  }
}

/// Half of the 95 % interval of the mean by Student's t; nil for fewer than two values.
private func margin(of values: [Double]) -> Double? {
  guard values.count >= 2, let deviation = standardDeviation(of: values) else { return nil }
  let t = StudentT(degreesOfFreedom: Double(values.count - 1)).quantile(upperTail: 0.025)
  return t * deviation / Double(values.count).squareRoot()
}

/// Whether a step comes before another: digits compare as numbers, so that 1.10 follows 1.9.
func isEarlier(_ one: String, _ other: String) -> Bool {
  let (left, right) = (parts(of: one), parts(of: other))
  for (own, its) in zip(left, right) where own != its {
    if let number = Int(own), let another = Int(its), number != another { return number < another }
    return own < its
  }
  return left.count == right.count ? one < other : left.count < right.count
}

/// `1.10rc2` as `1`, `.`, `10`, `rc`, `2`.
private func parts(of text: String) -> [String] {
  var parts: [String] = []
  var wasDigit: Bool?
  for character in text {
    let isDigit = ("0"..."9").contains(character)
    if isDigit == wasDigit {
      parts[parts.count - 1].append(character)
    } else {
      parts.append(String(character))
    }
    wasDigit = isDigit
  }
  return parts
}
