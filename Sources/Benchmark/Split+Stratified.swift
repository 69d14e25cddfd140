extension Split {
  /// A hold-out of 30 % in which each class has its share of the test: row for row what scikit-learn's
  /// `train_test_split(rows, test_size=0.3, random_state=seed, stratify=classes)` gives.
  ///
  /// The shares are the mode of the multivariate hypergeometric distribution, nearly: each class gets its
  /// share rounded down, and those with the largest remainders one row more, drawn where they tie.
  ///
  /// - Parameters:
  ///   - rows: the row numbers to choose from, those without a target already dropped.
  ///   - classes: the class of each of `rows`, as a number. Their order is the order of the labels that
  ///     scikit-learn would be given; another order of the same classes gives another split.
  ///
  /// **Source**: scikit-learn 1.9, `StratifiedShuffleSplit` and `_approximate_mode`.
  package static func stratifiedHoldOut(
    from rows: [Int], classes: [Int], seed: UInt32
  ) throws(BenchmarkError) -> Split {
    precondition(rows.count == classes.count, "every row has a class")
    let members = Dictionary(grouping: rows.indices) { classes[$0] }.sorted { $0.key < $1.key }
      .map(\.value)
    let testCount = Int((0.3 * Double(rows.count)).rounded(.up))
    let trainCount = rows.count - testCount
    if let few = members.map(\.count).min(), few < 2 || min(trainCount, testCount) < members.count {
      throw .notStratifiable(rows: rows.count, classes: members.count, fewest: few)
    }
    guard !rows.isEmpty else { throw .tooFewRows(0) }
    var generator = RandomState(seed: seed)
    let trained = shares(of: trainCount, among: members.map(\.count), using: &generator)
    let rest = zip(members, trained).map { $0.count - $1 }
    let tested = shares(of: testCount, among: rest, using: &generator)
    var (train, test): ([Int], [Int]) = ([], [])
    for (index, places) in members.enumerated() {
      let shuffled = generator.permutation(of: places.count).map { rows[places[$0]] }
      train += shuffled.prefix(trained[index])
      test += shuffled.dropFirst(trained[index]).prefix(tested[index])
    }
    // The order in which the two are drawn counts.
    let trainOrder = generator.permutation(of: train.count)
    let testOrder = generator.permutation(of: test.count)
    return Split(train: trainOrder.map { train[$0] }, test: testOrder.map { test[$0] })
  }

  /// How many of `draws` each class gets.
  private static func shares(
    of draws: Int, among counts: [Int], using generator: inout RandomState
  ) -> [Int] {
    let total = Double(counts.reduce(0, +))
    let exact = counts.map { Double($0) / total * Double(draws) }
    var shares = exact.map { Int($0) }
    var missing = draws - shares.reduce(0, +)
    let remainders = zip(exact, shares).map { $0 - Double($1) }
    for remainder in Set(remainders).sorted(by: >) where missing > 0 {
      let tied = remainders.indices.filter { remainders[$0] == remainder }
      for place in generator.permutation(of: tied.count).prefix(missing) {
        shares[tied[place]] += 1
      }
      missing -= min(tied.count, missing)
    }
    return shares
  }
}
