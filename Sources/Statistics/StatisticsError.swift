package import Tables

/// What can be wrong with numbers handed to a statistic.
package enum StatisticsError: Error, Equatable {
  /// The table lacks a column that was named.
  case table(TablesError)
  /// A row has no block or no treatment; rows count from 1.
  case unnamed(column: String, row: Int)
  /// A cell holds text or bytes where a number belongs; rows count from 1.
  case notANumber(Value, column: String, row: Int)
  /// A score is infinite, which no mean and no difference survives.
  case infinite(block: String, treatment: String)
  /// Two values for one block and treatment; a mean over seeds or folds belongs before the test.
  case duplicate(block: String, treatment: String)
  /// Fewer complete blocks than the test needs.
  case tooFewBlocks(Int, needed: Int, incomplete: Int)
  /// Fewer treatments than the test needs.
  case tooFewTreatments(Int, needed: Int)
  /// More treatments than a procedure can take.
  case tooManyTreatments(Int, most: Int, String)
  /// An adjustment that is for all pairs, asked for other comparisons.
  case needsAllPairs(String)
  /// A treatment that the blocks do not have.
  case unknownTreatment(String, among: [String])
  /// Every block holds one value only, so that ranks say nothing.
  case allBlocksConstant(blocks: Int)
  /// A dataset with fewer than two folds, whose differences have no variance.
  case tooFewFolds(Int, dataset: String)
  /// No dataset whose folds differ in their differences.
  case noSpread(datasets: Int)
  /// A test of single folds, or of datasets' features, where there are none.
  case needs(String, of: String)
  /// A part of the data that no fold can test.
  case testShare(Double, block: String)
  /// A level outside the open interval from 0 to 1.
  case alpha(Double)
}

extension StatisticsError {
  /// Whether the data itself is not as it should be, rather than too little for the question.
  package var isOfMalformedData: Bool {
    switch self {
    case .table, .unnamed, .notANumber, .infinite, .duplicate: true
    default: false
    }
  }
}

extension StatisticsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .table(let error): error.description
    case .unnamed(let column, let row):
      "row \(row) has no \(column): every value belongs to a named dataset and framework"
    case .notANumber(let value, let column, let row):
      "row \(row) has \"\(value.description ?? "")\" for \(column), which is not a number"
    case .infinite(let block, let treatment):
      "the value of \(treatment) on \(block) is infinite: leave it NULL or impute a finite one"
    case .duplicate(let block, let treatment):
      "two values of \(treatment) on \(block): average seeds and folds first"
    case .tooFewBlocks(let count, let needed, let incomplete):
      "\(counted(count, "complete dataset")) (and \(incomplete) incomplete), where the test needs \(needed)"
    case .tooFewTreatments(let count, let needed):
      "\(counted(count, "framework")), where the test needs \(needed)"
    case .tooManyTreatments(let count, let most, let name):
      "\(count) frameworks, where \(name) takes at most \(most): holm takes any number"
    case .needsAllPairs(let name):
      "\(name) is for comparing all pairs, not all with one: use holm"
    case .unknownTreatment(let name, let names):
      "there is no framework \"\(name)\" among \(names.joined(separator: ", "))"
    case .allBlocksConstant(let blocks):
      "all frameworks are equal on each of \(blocks) datasets: the test is undefined"
    case .tooFewFolds(let count, let dataset):
      "\(text(count, "fold")) on \(dataset), where the test needs two of each dataset"
    case .noSpread(let datasets):
      "on each of \(text(datasets, "dataset")) the folds differ by the same: give a rope"
    case .needs(let what, let test):
      "\(test) needs \(what)"
    case .testShare(let share, let block):
      "test_share is \(share) on \(block), where a part between 0 and 1 is needed, such as 0.1"
    case .alpha(let alpha):
      "alpha is \(alpha), where a level between 0 and 1 is needed, such as 0.05"
    }
  }
}
