import func Glibc.exp
import func Glibc.log1p

/// The Bradley-Terry model: a beats b with probability 1 / (1 + exp(ability_b - ability_a)).
///
/// Abilities maximise the likelihood of the contests, a tie counting half a win to either side, by
/// Newton's method; they are centred on 0. Standard errors are of the inverse information.
///
/// **Edge cases**: where some treatments never lose to the others, or never met them, the
/// likelihood has no maximum: the abilities are infinitely far apart. Then one virtual tie is added
/// to every pair and the fit says so; no number is ever huge.
///
/// **Source**: Bradley and Terry, Rank analysis of incomplete block designs, Biometrika 39 (1952);
/// Ford, Solution of a ranking problem from binary comparisons, American Mathematical Monthly 64
/// (1957), for when a maximum exists: whoever is compared, a chain of wins leads from each to each.
/// R's BradleyTerry2 agrees where it does, and diverges where not.
/// - Complexity: O(k^3) a step, some seven steps.
package struct BradleyTerry: Sendable {
  package enum Fit: String, Sendable {
    case maximumLikelihood = "maximum likelihood"
    case virtualTies = "a virtual tie per pair"
  }

  package let treatments: [String]
  package let fit: Fit
  /// Centred on 0.
  package let abilities: [Double]
  /// Of the contests at these abilities, without virtual ties.
  package let logLikelihood: Double
  /// Of the centred abilities and their covariances.
  private let covariance: [[Double]]

  /// Fits the contests; `ties` asks for virtual ties whether there is a maximum or not.
  package init(_ contests: Contests, virtualTies: Bool = false) {
    self.init(
      contests.treatments,
      points: contests.wins.indices.map { one in
        contests.wins.indices.map {
          Double(contests.wins[one][$0]) + Double(contests.ties[one][$0]) / 2
        }
      }, virtualTies: virtualTies)
  }

  /// Fits wins and half ties, `points[a][b]` those of a against b.
  init(_ treatments: [String], points: [[Double]], virtualTies: Bool) {
    self.treatments = treatments
    fit = virtualTies || !Self.hasMaximum(points) ? .virtualTies : .maximumLikelihood
    let more = fit == .virtualTies ? 0.5 : 0
    var search = Search(
      points.indices.map { one in
        points.indices.map { $0 == one ? 0 : points[one][$0] + more }
      })
    search.climb()
    let middle = mean(of: search.abilities) ?? 0
    abilities = search.abilities.map { $0 - middle }
    logLikelihood = Search(points).likelihood(abilities)
    covariance = search.centredCovariance
  }

  package func standardError(_ one: Int) -> Double { covariance[one][one].squareRoot() }

  /// Of the difference of two abilities.
  package func standardError(_ one: Int, against other: Int) -> Double {
    let variance = covariance[one][one] + covariance[other][other] - 2 * covariance[one][other]
    return max(0, variance).squareRoot()
  }

  /// The interval of an ability by its standard error.
  package func interval(_ one: Int, confidence: Double = 0.95) -> Interval {
    let reach = Normal.quantile(upperTail: (1 - confidence) / 2) * standardError(one)
    return Interval(
      lower: abilities[one] - reach, upper: abilities[one] + reach, confidence: confidence)
  }

  /// Each treatment's share of the sum of all exp(ability).
  package var worths: [Double] {
    let odds = abilities.map { exp($0) }
    let sum = odds.reduce(0, +)
    return odds.map { $0 / sum }
  }

  /// The probability that `one` beats `other`.
  package func winProbability(_ one: Int, _ other: Int) -> Double {
    1 / (1 + exp(abilities[other] - abilities[one]))
  }

  /// Whether a chain of wins leads from each treatment to each.
  static func hasMaximum(_ points: [[Double]]) -> Bool {
    reaches(all: points.count) { points[$0][$1] > 0 }
      && reaches(all: points.count) { points[$1][$0] > 0 }
  }
}

/// Whether steps from the first of `count` things lead to all.
private func reaches(all count: Int, step: (Int, Int) -> Bool) -> Bool {
  guard count > 0 else { return true }
  var (reached, next) = ([0], 0)
  var left = Array(1..<max(count, 1))
  while next < reached.count {
    let found = left.filter { step(reached[next], $0) }
    left.removeAll { found.contains($0) }
    reached += found
    next += 1
  }
  return left.isEmpty
}

/// Newton's method on the log likelihood, which is concave, with the first ability held at 0.
private struct Search {
  let points: [[Double]]
  private(set) var abilities: [Double]

  init(_ points: [[Double]]) {
    self.points = points
    abilities = [Double](repeating: 0, count: points.count)
  }

  mutating func climb() {
    guard points.count > 1 else { return }
    var height = likelihood(abilities)
    for _ in 0..<200 {
      guard let factor = Cholesky(information) else { return }
      let step = [0] + factor.solve(gradient)
      // A step that leads down is halved; near the top rounding decides, and it ends.
      var share = 1.0
      var (next, risen) = (abilities, -Double.infinity)
      while share > 1e-6 {
        next = zip(abilities, step).map { $0 + share * $1 }
        risen = likelihood(next)
        if risen >= height - 1e-12 * abs(height) { break }
        share /= 2
      }
      (abilities, height) = (next, risen)
      let largest = step.reduce(0) { max($0, abs($1)) }
      guard largest > 1e-13 else { return }
    }
  }

  /// The first derivatives of the likelihood by all abilities but the first.
  private var gradient: [Double] {
    (1..<points.count).map { one in
      var slope = 0.0
      for other in points.indices {
        let contests = points[one][other] + points[other][one]
        slope += points[one][other] - contests * chance(one, other)
      }
      return slope
    }
  }

  /// Minus the second derivatives.
  private var information: [[Double]] {
    let size = points.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for one in points.indices {
      for other in points.indices where other != one {
        let contests = points[one][other] + points[other][one]
        let curve = contests * chance(one, other) * chance(other, one)
        matrix[one][one] += curve
        matrix[one][other] -= curve
      }
    }
    return matrix.dropFirst().map { Array($0.dropFirst()) }
  }

  /// The inverse information, of abilities less their mean.
  var centredCovariance: [[Double]] {
    let size = points.count
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    guard size > 1, let factor = Cholesky(information) else { return inverse }
    for (row, values) in factor.inverse.enumerated() {
      for (column, value) in values.enumerated() { inverse[row + 1][column + 1] = value }
    }
    let means = inverse.map { mean(of: $0) ?? 0 }
    let overall = mean(of: means) ?? 0
    for row in inverse.indices {
      for column in inverse.indices {
        inverse[row][column] += overall - means[row] - means[column]
      }
    }
    return inverse
  }

  private func chance(_ one: Int, _ other: Int) -> Double {
    1 / (1 + exp(abilities[other] - abilities[one]))
  }

  func likelihood(_ abilities: [Double]) -> Double {
    var sum = 0.0
    for one in points.indices {
      for other in points.indices where other != one && points[one][other] > 0 {
        sum -= points[one][other] * softplus(abilities[other] - abilities[one])
      }
    }
    return sum
  }
}

/// ln(1 + e^x), without overflow.
private func softplus(_ x: Double) -> Double {
  x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
}
