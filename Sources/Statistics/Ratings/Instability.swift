/// Whether a model's parameters are the same along a feature: the generalised M-fluctuation test.
///
/// Scores are made uncorrelated and added up in the order of the feature. Of numbers, the statistic
/// is the largest |W(t)|^2 / (t (1 - t)) of these sums W over cuts t that leave a tenth of the blocks,
/// and the least number, on either side; of words, the sum over them of the square of their own sum
/// over their share.
///
/// **Edge cases**: scores that depend on each other count for as many as are left. Numbers that are
/// the same are not cut between, so that the order of blocks never matters, where R's partykit cuts
/// there too. Nil where all marks are the same, or no cut leaves enough blocks.
///
/// **Source**: Zeileis and Hornik, Generalized M-fluctuation tests for parameter instability,
/// Statistica Neerlandica 61 (2007); Andrews, Econometrica 61 (1993), for numbers; Hjort and Koning,
/// Nonparametric Statistics 14 (2002), for words.
/// - Complexity: O(N log N + N k^2).
package struct Instability: Sendable, Equatable {
  /// What a feature is on each block.
  enum Marks {
    case numbers([Double])
    case words([String])
  }

  package let feature: String
  package let statistic: Double
  package let p: Double

  /// - Parameter scores: a row per block, whose sum is 0.
  init?(_ scores: [[Double]], _ feature: String, _ marks: Marks, leastBlocks: Int) {
    let process = uncorrelated(scores)
    let dimensions = process.first?.count ?? 0
    guard dimensions > 0 else { return nil }
    self.feature = feature
    switch marks {
    case .numbers(let numbers):
      let count = numbers.count
      let margin = max((count + 9) / 10, leastBlocks)
      guard 2 * margin <= count,
        let largest = largestSum(process, along: numbers, margin: margin)
      else { return nil }
      statistic = largest
      p = BesselSupremum(dimensions: dimensions, trim: Double(margin) / Double(count))
        .survival(largest)
    case .words(let words):
      let places = Dictionary(grouping: words.indices) { words[$0] }
      guard places.count > 1 else { return nil }
      statistic = places.values.reduce(0) { sum, places in
        sum + square(sums(process, places)) / Double(places.count)
      }
      p = ChiSquared(degreesOfFreedom: Double(dimensions * (places.count - 1)))
        .survival(statistic)
    }
  }
}

/// The largest |W|^2 / (t (1 - t)) over cuts between different numbers; nil without any.
private func largestSum(
  _ process: [[Double]], along numbers: [Double], margin: Int
) -> Double? {
  let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  let count = Double(order.count)
  var sum = [Double](repeating: 0, count: process[0].count)
  var largest: Double?
  for (step, place) in order.enumerated() {
    for (column, value) in process[place].enumerated() { sum[column] += value }
    let done = step + 1
    guard done >= margin, done <= order.count - margin,
      numbers[place] < numbers[order[done]]
    else { continue }
    let t = Double(done) / count
    largest = max(largest ?? 0, square(sum) / count / (t * (1 - t)))
  }
  return largest
}

private func sums(_ process: [[Double]], _ places: [Int]) -> [Double] {
  process[0].indices.map { column in places.reduce(0) { $0 + process[$1][column] } }
}

private func square(_ vector: [Double]) -> Double {
  vector.reduce(0) { $0 + $1 * $1 }
}

/// The rows in coordinates whose mean product is the unit matrix, as many as are independent: Gram
/// and Schmidt's, column by column.
private func uncorrelated(_ rows: [[Double]]) -> [[Double]] {
  let count = Double(rows.count)
  var columns: [[Double]] = []
  for column in rows.first?.indices ?? 0..<0 {
    var rest = rows.map { $0[column] }
    let size = square(rest)
    for unit in columns {
      let share = zip(rest, unit).reduce(0) { $0 + $1.0 * $1.1 } / count
      for place in rest.indices { rest[place] -= share * unit[place] }
    }
    // What is left of a dependent column is rounding.
    let left = square(rest)
    guard left > size * 1e-12 else { continue }
    let length = (left / count).squareRoot()
    columns.append(rest.map { $0 / length })
  }
  return rows.indices.map { row in columns.map { $0[row] } }
}
