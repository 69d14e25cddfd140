/// What can be wrong with planned work.
package enum BenchmarkError: Error, Equatable {
  /// A split needs a row to train on and a row to test on; this many have a target.
  case tooFewRows(Int)
}

extension BenchmarkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewRows(let count):
      "\(count) rows have a target, a split needs at least 2"
    }
  }
}
