/// One attempt at a task: when, how long, how it ended, and what it scored.
package struct Run: Sendable, Hashable {
  package var outcome: Outcome
  /// When it began, ISO 8601 in UTC (`2026-11-24T05:48:27Z`); nil when the source does not say.
  package var startedAt: String?
  package var duration: Duration?
  package var trainingTime: Duration?
  package var predictionTime: Duration?
  package var cpuTime: Duration?
  package var peakMemoryMB: Double?
  /// At most one score a metric; none for a run that failed.
  package var scores: [Score]
  /// What else it said of itself, the description of its model say: an object of JSON.
  package var details: String?
  /// The text the run left.
  package var log: String?

  package init(
    outcome: Outcome, startedAt: String? = nil, duration: Duration? = nil,
    trainingTime: Duration? = nil, predictionTime: Duration? = nil, cpuTime: Duration? = nil,
    peakMemoryMB: Double? = nil, scores: [Score] = [], details: String? = nil,
    log: String? = nil
  ) {
    self.outcome = outcome
    self.startedAt = startedAt
    self.duration = duration
    self.trainingTime = trainingTime
    self.predictionTime = predictionTime
    self.cpuTime = cpuTime
    self.peakMemoryMB = peakMemoryMB
    self.scores = scores
    self.details = details
    self.log = log
  }
}

/// One metric of one run, in the metric's own units and direction: a log-loss is positive.
package struct Score: Sendable, Hashable {
  package var metric: String
  package var value: Double

  package init(metric: String, value: Double) {
    self.metric = metric
    self.value = value
  }
}

/// How a run ended.
package enum Outcome: Sendable, Hashable {
  case ok
  /// The run broke its hard limit.
  case timeout(String)
  /// The run was ended from outside; class `memory` or `interrupted`.
  case killed(FailureClass, String)
  /// The run ended by itself without a result.
  case failed(FailureClass, String)
}

/// Why a run failed.
package enum FailureClass: String, Sendable, Hashable, CaseIterable {
  case timeout, memory, data, framework, infrastructure, interrupted, unknown

  /// Whether the same task may well succeed when it is run again: nothing that it did itself failed it.
  package var isWorthARetry: Bool { self == .infrastructure || self == .interrupted }
}

extension Outcome {
  /// The word `runs.status` holds.
  package var status: String {
    switch self {
    case .ok: "ok"
    case .timeout: "timeout"
    case .killed: "killed"
    case .failed: "failed"
    }
  }

  /// Why the run failed; nil for a run that did not.
  package var failureClass: FailureClass? {
    switch self {
    case .ok: nil
    case .timeout: .timeout
    case .killed(let reason, _), .failed(let reason, _): reason
    }
  }

  /// One sentence on the failure; nil for a run that did not fail.
  package var message: String? {
    switch self {
    case .ok: nil
    case .timeout(let text), .killed(_, let text), .failed(_, let text): text
    }
  }
}
