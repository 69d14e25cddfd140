/// Which rows of a dataset train and which test, in the order a framework gets them.
package struct Split: Sendable, Equatable {
  package var train: [Int]
  package var test: [Int]

  package init(train: [Int], test: [Int]) {
    self.train = train
    self.test = test
  }

  /// The original's hold-out: 30 % of `rows` test, unstratified, the rest train.
  ///
  /// Row for row what scikit-learn's `train_test_split(rows, test_size=0.3, random_state=seed)`
  /// gives: a permutation whose first ⌈0.3 n⌉ places test.
  ///
  /// - Parameter rows: the row numbers to choose from, those without a target already dropped.
  package static func holdOut(from rows: [Int], seed: UInt32) throws(BenchmarkError) -> Split {
    guard rows.count > 1 else { throw .tooFewRows(rows.count) }
    var generator = RandomState(seed: seed)
    let order = generator.permutation(of: rows.count).map { rows[$0] }
    let testCount = Int((0.3 * Double(rows.count)).rounded(.up))
    return Split(train: Array(order.dropFirst(testCount)), test: Array(order.prefix(testCount)))
  }
}
