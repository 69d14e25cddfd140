/// Bergmann and Hommel's adjustment for comparing all pairs, the sharpest that logic allows.
///
/// A set of hypotheses is exhaustive when exactly these can be true together: the pairs within the
/// groups of some partition of the treatments. The adjusted p of a pair is the largest |I| min(p in
/// I) over all exhaustive sets I that it belongs to, at most 1.
///
/// **Shape**: p values of all pairs in the order (0, 1), (0, 2), ... (1, 2), ...; NaN stands for a
/// comparison that was not made, and stays.
///
/// **Source**: Bergmann and Hommel, Improvements of general multiple test procedures for redundant
/// systems of hypotheses (1988); the adjusted values by Garcia and Herrera, JMLR 9 (2008), who do
/// not make them ascend with p. scmamp does: that is ``ascending``.
/// - Complexity: O(B(k) k^2) for the Bell number B(k), 21,147 for 9 treatments and 4,213,597 for
///   12; O(k^2) of memory, where scmamp holds all sets.
package struct BergmannHommel: Sendable {
  /// More would take minutes.
  package static let mostTreatments = 12

  /// One per p value.
  package let adjusted: [Double]
  /// The same, none below one whose p was smaller.
  package let ascending: [Double]

  package init(_ p: [Double], treatments: Int) {
    precondition(p.count == treatments * (treatments - 1) / 2, "there is a p value for each pair")
    precondition(treatments <= Self.mostTreatments, "partitions grow too many")
    var search = Partitions(p, treatments)
    search.place(0, pairs: 0, smallest: .infinity)
    let adjusted = zip(p, search.largest).map { $0.isNaN ? $0 : min(1, $1) }
    self.adjusted = adjusted
    // Equal p values do not raise each other, so that their order does not matter.
    ascending = adjusted.indices.map { one in
      adjusted.indices.reduce(adjusted[one]) { p[$1] < p[one] ? max($0, adjusted[$1]) : $0 }
    }
  }
}

/// All partitions of the treatments into groups, one treatment placed after the other.
private struct Partitions {
  /// p of a pair, infinite for one that was not compared.
  let p: [[Double]]
  /// 1 for a pair that was compared, else 0.
  let counted: [[Int]]
  var groups: [[Int]] = []
  /// By pair, the largest |I| min(p in I) so far.
  var largest: [Double]

  init(_ p: [Double], _ treatments: Int) {
    var matrix = [[Double]](
      repeating: [Double](repeating: .infinity, count: treatments), count: treatments)
    var next = 0
    for first in 0..<treatments {
      for second in first + 1..<max(treatments, first + 1) {
        if !p[next].isNaN {
          (matrix[first][second], matrix[second][first]) = (p[next], p[next])
        }
        next += 1
      }
    }
    self.p = matrix
    counted = matrix.map { $0.map { $0 < .infinity ? 1 : 0 } }
    largest = [Double](repeating: 0, count: p.count)
  }

  /// Puts `treatment` into each group in turn and into one of its own, given the number of pairs
  /// within groups so far and their smallest p.
  mutating func place(_ treatment: Int, pairs: Int, smallest: Double) {
    guard treatment < p.count else { return note(Double(pairs) * smallest) }
    for group in groups.indices {
      var (pairs, smallest) = (pairs, smallest)
      for other in groups[group] {
        pairs += counted[treatment][other]
        smallest = min(smallest, p[treatment][other])
      }
      groups[group].append(treatment)
      place(treatment + 1, pairs: pairs, smallest: smallest)
      groups[group].removeLast()
    }
    groups.append([treatment])
    place(treatment + 1, pairs: pairs, smallest: smallest)
    groups.removeLast()
  }

  /// Takes `value` to the pairs within the groups as they stand.
  private mutating func note(_ value: Double) {
    for group in groups where group.count > 1 {
      for (place, first) in group.enumerated() {
        let start = first * (2 * p.count - first - 1) / 2 - first - 1
        for second in group[(place + 1)...] {
          largest[start + second] = max(largest[start + second], value)
        }
      }
    }
  }
}
