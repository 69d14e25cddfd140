import Statistics
import Testing

struct HierarchicalTests {
  /// The eight datasets of folds.csv that `first` and its rival are compared on.
  private func folds(_ first: String) throws -> [FoldPairs] {
    try Fixture("folds.csv").lines.filter { $0["a"] == first }.map { line in
      FoldPairs(
        dataset: line["task"] ?? "", first: numbers(line["first"]), second: numbers(line["second"]),
        testShare: 0.1)
    }
  }

  private static let few = zip(
    [
      [0.81, 0.84, 0.79, 0.83, 0.80], [0.62, 0.66, 0.64, 0.61, 0.65],
      [0.91, 0.93, 0.92, 0.90, 0.94], [0.71, 0.70, 0.75, 0.72, 0.74],
    ],
    [
      [0.79, 0.83, 0.78, 0.80, 0.79], [0.61, 0.66, 0.62, 0.60, 0.66],
      [0.92, 0.92, 0.93, 0.90, 0.94], [0.68, 0.69, 0.71, 0.70, 0.70],
    ]
  ).enumerated().map { place, values in
    FoldPairs(dataset: "d\(place)", first: values.0, second: values.1, testShare: 0.2)
  }

  private func expect(
    _ datasets: [FoldPairs], probabilities: [Double], shares: [Double], center: Double
  ) throws {
    var random = SplitMix64(seed: 1)
    let found = try Hierarchical(datasets, rope: 0.01, using: &random)
    func close(_ value: Double, _ reference: Double, _ tolerance: Double) {
      #expect(abs(value - reference) < tolerance, "\(value) \(reference)")
    }
    // Three Monte Carlo errors of some 10,000 independent draws; of baycomp's, its own besides.
    close(found.probabilities.first, probabilities[0], 0.025)
    close(found.probabilities.rope, probabilities[1], 0.025)
    close(found.probabilities.second, probabilities[2], 0.025)
    let count = Double(found.shares.count)
    close(found.shares.reduce(0) { $0 + $1.first } / count, shares[0], 0.008)
    close(found.shares.reduce(0) { $0 + $1.rope } / count, shares[1], 0.008)
    close(found.shares.reduce(0) { $0 + $1.second } / count, shares[2], 0.008)
    close(found.center, center, 0.001)
  }

  /// Probabilities by baycomp 1.0.3 with pystan 3.10, 200,000 draws. Its chains hang where sigma_0 is
  /// small, so that mean shares and delta_0 are of a quadrature over delta_0, sigma_0 and nu with the
  /// delta_i and sigma_i integrated out (numpy 2.3), which baycomp misses by up to 0.011.
  @Test func `it agrees with baycomp and a quadrature`() throws {
    try expect(
      folds("TPOT"), probabilities: [0.90346, 0.003915, 0.092625],
      shares: [0.6171958, 0.1387967, 0.2440074], center: 0.0260530)
    try expect(
      folds("autosklearn"), probabilities: [0.0228, 0.51472, 0.46248],
      shares: [0.0918531, 0.5054906, 0.4026563], center: -0.0081231)
    try expect(
      Self.few, probabilities: [0.63446, 0.27669, 0.08885],
      shares: [0.5138708, 0.3550815, 0.1310477], center: 0.0102674)
  }

  @Test func `the same seed gives the same answer, and sides can be swapped`() throws {
    let swapped = Self.few.map {
      FoldPairs(
        dataset: $0.dataset, first: $0.second, second: $0.first, testShare: $0.testShare)
    }
    var (one, same, other) = (SplitMix64(seed: 5), SplitMix64(seed: 5), SplitMix64(seed: 6))
    let found = try Hierarchical(Self.few, draws: 4000, using: &one)
    let again = try Hierarchical(Self.few, draws: 4000, using: &same)
    #expect(found.shares == again.shares)
    let turned = try Hierarchical(swapped, draws: 4000, using: &other)
    #expect(abs(turned.probabilities.swapped.first - found.probabilities.first) < 0.04)
    #expect(found.probabilities.rope == 0)
    #expect(abs(found.probabilities.first + found.probabilities.second - 1) < 1e-12)
  }

  @Test func `a noisy dataset is drawn towards the others`() throws {
    func dataset(_ mean: Double, _ noise: Double) -> FoldPairs {
      FoldPairs(
        dataset: "", first: [-1, -0.5, 0, 0.5, 1].map { mean + noise * $0 },
        second: [0, 0, 0, 0, 0], testShare: 0.2)
    }
    var random = SplitMix64(seed: 2)
    let data = [0.01, 0.012, 0.009, 0.011, 0.01].map { dataset($0, 0.003) } + [dataset(0.05, 0.1)]
    let found = try Hierarchical(data, draws: 4000, using: &random)
    #expect(abs(found.differences[0] - 0.01) < 0.003)
    #expect(found.differences[5] < 0.03)
  }

  @Test func `differences that are all the same keep their mean`() throws {
    let constant = FoldPairs(
      dataset: "d", first: [0.8, 0.9, 0.7], second: [0.7, 0.8, 0.6], testShare: 0.3)
    var random = SplitMix64(seed: 3)
    let found = try Hierarchical([constant, constant], rope: 0.01, draws: 2000, using: &random)
    #expect(found.differences.allSatisfy { abs($0 - 0.1) < 0.02 })
    let mixed = try Hierarchical(Self.few + [constant], draws: 500, using: &random)
    #expect(mixed.probabilities.first > 0.5)
    #expect(throws: StatisticsError.noSpread(datasets: 1)) {
      try Hierarchical([constant], using: &random)
    }
  }

  @Test func `no dataset, one dataset, one fold`() throws {
    var random = SplitMix64(seed: 4)
    #expect(throws: StatisticsError.tooFewBlocks(0, needed: 1, incomplete: 0)) {
      try Hierarchical([], using: &random)
    }
    let single = FoldPairs(dataset: "d", first: [1], second: [2], testShare: 0.5)
    #expect(throws: StatisticsError.tooFewFolds(1, dataset: "d")) {
      try Hierarchical([single], using: &random)
    }
    let alone = try Hierarchical([Self.few[0]], rope: 0.01, draws: 1000, using: &random)
    let sum = alone.probabilities.first + alone.probabilities.rope + alone.probabilities.second
    #expect(abs(sum - 1) < 1e-12)
    #expect(alone.shares.allSatisfy { $0.first >= 0 && $0.rope >= 0 && $0.second >= 0 })
  }
}
