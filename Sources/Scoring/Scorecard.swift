/// What every metric that applies says of one set of predictions.
package struct Scorecard: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var metric: String
    package var value: Double
  }

  package private(set) var entries: [Entry] = []
  /// Why the metrics without a value have none.
  package private(set) var undefined: [ScoringError] = []

  package init(of predictions: ClassPredictions) {
    for metric in Metrics.classification {
      note(metric.name, Result { () throws(ScoringError) in try metric.score(predictions) })
    }
  }

  package init(of predictions: ValuePredictions) {
    for metric in Metrics.regression {
      note(metric.name, Result { () throws(ScoringError) in try metric.score(predictions) })
    }
  }

  private mutating func note(_ metric: String, _ result: Result<Double, ScoringError>) {
    switch result {
    case .success(let value) where value.isFinite:
      entries.append(Entry(metric: metric, value: value))
    case .success:
      undefined.append(.undefined(metric: metric, reason: "its value exceeds every finite number"))
    case .failure(let error):
      undefined.append(error)
    }
  }
}
