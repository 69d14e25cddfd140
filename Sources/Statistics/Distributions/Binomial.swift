import func Glibc.exp
import func Glibc.log

/// The number of successes among independent trials.
package struct Binomial: Sendable {
  package let trials: Int
  /// Of success in one trial, between 0 and 1.
  package let probability: Double

  package init(trials: Int, probability: Double = 0.5) {
    precondition(trials >= 0, "trials are counted")
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    (self.trials, self.probability) = (trials, probability)
  }

  /// The probability of at most `count` successes.
  ///
  /// Fair coins are counted up to 50, and so the tail is exact.
  ///
  /// **Source**: DLMF 8.17.5: the incomplete beta function I_{1-p}(n - k, k + 1).
  package func lowerTail(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard count < trials else { return 1 }
    if probability == 0.5, trials <= 50 { return share(upTo: count) }
    return incompleteBeta(
      Double(trials - count), Double(count + 1), x: 1 - probability, y: probability)
  }

  /// The share of all outcomes of fair coins with at most `count` heads.
  private func share(upTo count: Int) -> Double {
    var (outcomes, sum) = (1, 1)
    for heads in 0..<count {
      outcomes = outcomes * (trials - heads) / (heads + 1)
      sum += outcomes
    }
    return Double(sum) / Double(1 << trials)
  }

  /// The probability of `count` successes or more.
  package func upperTail(_ count: Int) -> Double {
    Binomial(trials: trials, probability: 1 - probability).lowerTail(trials - count)
  }

  /// The probability of exactly `count` successes.
  ///
  /// **Source**: Loader, Fast and accurate computation of binomial probabilities (2000).
  package func density(_ count: Int) -> Double {
    guard (0...trials).contains(count) else { return 0 }
    let (n, k, p) = (Double(trials), Double(count), probability)
    if count == 0 { return exp(n * log(1 - p)) }
    if count == trials { return exp(n * log(p)) }
    let height =
      stirlingError(n) - stirlingError(k) - stirlingError(n - k)
      - poissonDeviance(k, mean: n * p) - poissonDeviance(n - k, mean: n * (1 - p))
    return exp(height) * (n / (2 * Double.pi * k * (n - k))).squareRoot()
  }
}
