internal import Benchmark

/// What a log of a bucket is of, and how its run ended where the text does not tell.
struct LogEnding {
  let task: LoggedTask?
  /// The class of a run that the log alone tells of; nil where a result does.
  let fallback: FailureClass?

  init(_ key: BucketKey, text: [UInt8]) {
    let named = LoggedTask(log: text)
    guard case .log(let passed, let expected, _) = key else {
      task = named
      fallback = .interrupted
      return
    }
    task = named ?? expected
    if let named, let expected, !named.isSame(as: expected) {
      // On bare metal a killed run does not get to say where its log belongs: the run before it did.
      fallback = .interrupted
    } else {
      fallback = passed ? nil : .unknown
    }
  }
}
