import func Glibc.exp
import func Glibc.log

/// The Bayesian sign test: how probable it is that the first of two treatments is better by more
/// than the rope on more datasets than not.
///
/// With a Dirichlet prior and the counts of wins, practical ties and losses the posterior is
/// Dirichlet again; each probability is that its share is the largest of the three. These are
/// integrals in one variable, taken to 1e-10 and not drawn.
///
/// **Edge cases**: without any count and prior all three are a third. A share without count and
/// prior is never the largest, where baycomp gives it 0.0001.
///
/// **Source**: Benavoli, Corani, Mangili, Zaffalon and Ruggeri, A Bayesian Wilcoxon signed-rank
/// test based on the Dirichlet process, ICML (2014); Benavoli, Corani, Demsar and Zaffalon, Time
/// for a change, JMLR 18 (2017), whose prior is one observation within the rope.
/// - Complexity: O(sqrt(n)) for each probability.
package struct BayesianSign: Sendable {
  package let wins, ties, losses: Int
  package let probabilities: Posterior

  /// - Parameter prior: how many observations within the rope are put beside the data.
  package init(wins: Int, ties: Int, losses: Int, prior: Double = 1) {
    precondition(wins >= 0 && ties >= 0 && losses >= 0 && prior >= 0, "observations are counted")
    (self.wins, self.ties, self.losses) = (wins, ties, losses)
    let shapes = [Double(wins), Double(ties) + prior, Double(losses)]
    let shares =
      shapes.allSatisfy { $0 == 0 }
      ? [1, 1, 1] : shapes.indices.map { chance(thatLargest: $0, of: shapes) }
    let sum = shares.reduce(0, +)
    probabilities = Posterior(
      first: shares[0] / sum, rope: shares[1] / sum, second: shares[2] / sum)
  }

  /// Counts differences of paired values above, within and below `rope`, as decimals; higher is
  /// better.
  package init(
    _ first: [Double], _ second: [Double], rope: Double = 0, prior: Double = 1
  ) {
    precondition(first.count == second.count && rope >= 0, "values come in pairs")
    let decimals = DecimalMultiples(of: first + second + [rope]).multiples
    let bound = decimals[decimals.count - 1]
    let steps = first.indices.map { decimals[$0] - decimals[first.count + $0] }
    self.init(
      wins: steps.count { $0 > bound }, ties: steps.count { abs($0) <= bound },
      losses: steps.count { $0 < -bound }, prior: prior)
  }
}

/// The probability that of independent gamma variables with these shapes the `one`-th is the
/// largest: the integral of its density times the distribution functions of the others.
///
/// In u = log x the integrand is smooth and falls off fast on both sides, for which the trapezoidal
/// rule converges exponentially.
private func chance(thatLargest one: Int, of shapes: [Double]) -> Double {
  let shape = shapes[one]
  guard shape > 0 else { return 0 }
  let others = shapes.indices.filter { $0 != one && shapes[$0] > 0 }.map { shapes[$0] }
  let width = 1 / shape.squareRoot()
  let step = min(0.1, width / 8)
  let start = log(shape)
  let height = -logGamma(shape)
  func integrand(_ u: Double) -> Double {
    let x = exp(u)
    let density = exp(shape * u - x + height)
    guard density > 1e-17 else { return 0 }
    return others.reduce(density) { $0 * (1 - upperGamma($1, x)) }
  }
  // To the right it falls like exp(-x), to the left like x^shape.
  let left = Int(((12 * width + 40 / shape) / step).rounded(.up))
  let right = Int(((12 * width) / step).rounded(.up))
  return (-left...right).reduce(0) { $0 + integrand(start + Double($1) * step) } * step
}
