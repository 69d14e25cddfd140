/// What stands for a missing score.
package enum FillRule: Sendable, Equatable {
  /// The worst that any treatment has on the block.
  case worst
  /// What this treatment has on the block, such as a constant predictor.
  case reference(String)
}

/// Blocks whose missing scores were filled, and which these are: no test can tell them from measured
/// ones, so that whatever is made of them has to say so.
///
/// ```
/// let filled = try Filling(blocks, by: .reference("constantpredictor"))
/// try Friedman(filled.blocks)
/// filled.words   // "17 of 363 imputed by constantpredictor's"
/// ```
///
/// **Edge cases**: a block that has no score at all, or lacks the reference's, stays incomplete.
///
/// **Source**: Gijsbers et al., AMLB: an AutoML benchmark, JMLR 25 (2024), 5, for the constant predictor:
/// who fails on a block is no better than it.
/// - Complexity: O(N k log(N k)).
package struct Filling: Sendable, Equatable {
  /// A score that was made, not measured.
  package struct Made: Sendable, Equatable {
    package let block, treatment: String
    package let value: Double
  }

  package let rule: FillRule
  package let blocks: Blocks
  package let made: [Made]

  package init(_ blocks: Blocks, by rule: FillRule) throws(StatisticsError) {
    self.rule = rule
    var place: Int?
    if case .reference(let name) = rule { place = try blocks.place(of: name) }
    var made: [Made] = []
    var observations = zip(blocks.names, blocks.rows).flatMap { name, row in
      blocks.observations(of: name, row)
    }
    for block in blocks.incomplete {
      let measured = block.values.compactMap(\.self)
      let worst = blocks.better == .higher ? measured.min() : measured.max()
      let value = place.map { block.values[$0] } ?? worst
      let filled = block.values.enumerated().map { treatment, old in
        if let value, old == nil {
          made.append(
            Made(block: block.name, treatment: blocks.treatments[treatment], value: value))
        }
        return old ?? value ?? .nan
      }
      observations += blocks.observations(of: block.name, filled)
    }
    self.made = made
    self.blocks = try Blocks(observations, better: blocks.better)
  }

  /// How many scores were made, of how many, and by which rule.
  package var words: String {
    let all = (blocks.names.count + blocks.incomplete.count) * blocks.treatments.count
    return switch rule {
    case .worst: "\(made.count) of \(all) imputed by the worst of the dataset"
    case .reference(let name): "\(made.count) of \(all) imputed by \(name)'s"
    }
  }
}

extension Blocks {
  /// A row as scores where they belong; NaN for a missing one.
  fileprivate func observations(of block: String, _ row: [Double]) -> [Observation] {
    zip(treatments, row).map { Observation(block: block, treatment: $0, value: $1) }
  }
}
