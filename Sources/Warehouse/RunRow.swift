package import Benchmark

/// One run on its way into the warehouse, in storage that the next run uses again.
///
/// Frameworks, datasets, budgets and metrics are the ids that a `RunWriter` gave for them; text is kept
/// as bytes, so that a million runs need no million strings.
package struct RunRow {
  /// Where a text stands in the row's own bytes.
  package typealias Text = Range<Int>

  /// How the run ended.
  package enum Ending: Sendable {
    case ok
    case failed(FailureClass)
  }

  package var framework: Int64 = 0
  package var dataset: Int64 = 0
  package var budget: Int64 = 0
  package var type = ProblemType.classification
  package var seed = 0
  package var fold = 0
  package var originalID: Int?
  package var openMLTaskID: Int?

  /// Tells apart the attempts that a source has of one task; nil for the only one.
  package var key: Text?
  package var ending = Ending.ok
  package var message: Text?
  /// The metric it was asked to do well.
  package var metric: Int64?
  package var startedAt: Text?
  /// Seconds, as are the next three.
  package var duration: Double?
  package var trainSeconds: Double?
  package var predictSeconds: Double?
  package var cpuSeconds: Double?
  package var peakMemoryMB: Double?
  /// JSON: what the source said beyond all this.
  package var details: Text?
  /// The text the run left.
  package var log: Text?
  /// At most one a metric, by metric.
  package private(set) var scores: [(metric: Int64, value: Double)] = []

  private var bytes: [UInt8] = []

  /// Whether it tells of some metrics only: another row of the same run may bring the others.
  package var isPartial = false
  /// The line of the source it was read from, for messages; 0 where lines mean nothing.
  package var line = 0

  package init() {}

  package mutating func clear() {
    framework = 0
    dataset = 0
    budget = 0
    type = .classification
    seed = 0
    fold = 0
    originalID = nil
    openMLTaskID = nil
    key = nil
    ending = .ok
    message = nil
    metric = nil
    startedAt = nil
    duration = nil
    trainSeconds = nil
    predictSeconds = nil
    cpuSeconds = nil
    peakMemoryMB = nil
    details = nil
    log = nil
    isPartial = false
    line = 0
    scores.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a score, or gives the metric's score another value.
  package mutating func score(_ metric: Int64, _ value: Double) {
    let place = scores.firstIndex { $0.metric >= metric } ?? scores.count
    if place < scores.count, scores[place].metric == metric {
      scores[place].value = value
    } else {
      scores.insert((metric, value), at: place)
    }
  }

  func hasScore(of metric: Int64) -> Bool {
    scores.contains { $0.metric == metric }
  }

  // MARK: Text

  /// Keeps a copy of `text` in the row.
  package mutating func keep(_ text: some Sequence<UInt8>) -> Text {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  package mutating func keep(_ text: String) -> Text { keep(text.utf8) }

  package func string(_ text: Text?) -> String? {
    text.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether it says nothing beyond its scores.
  var isPlain: Bool {
    !ending.isFailed && message == nil && metric == nil && startedAt == nil && duration == nil
      && trainSeconds == nil
      && predictSeconds == nil && cpuSeconds == nil && peakMemoryMB == nil && details == nil
      && log == nil
  }

  /// Calls `body` with all the row's bytes, which lie still meanwhile.
  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer(body)
  }
}

extension RunRow.Ending {
  /// The words that `runs.status` and `runs.class` hold.
  var words: (status: StaticString, failure: StaticString?) {
    switch self {
    case .ok: ("ok", nil)
    case .failed(.timeout): ("timeout", "timeout")
    case .failed(.memory): ("killed", "memory")
    case .failed(.interrupted): ("killed", "interrupted")
    case .failed(.data): ("failed", "data")
    case .failed(.framework): ("failed", "framework")
    case .failed(.infrastructure): ("failed", "infrastructure")
    case .failed(.unknown): ("failed", "unknown")
    }
  }

  var isFailed: Bool {
    if case .failed = self { true } else { false }
  }
}

extension ProblemType {
  /// The word that `tasks.type` holds.
  var word: StaticString {
    switch self {
    case .classification: "classification"
    case .regression: "regression"
    case .timeseries: "timeseries"
    }
  }
}
