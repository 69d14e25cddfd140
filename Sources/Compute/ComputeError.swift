/// What keeps a task from being run at all; how a run fails is an outcome and no error.
package enum ComputeError: Error, Equatable {
  /// The system would not start a program, and why.
  case cannotStart(program: String, reason: String)
}

extension ComputeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotStart(let program, let reason): "\(program) does not start: \(reason)"
    }
  }
}
