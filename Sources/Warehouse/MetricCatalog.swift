package import Benchmark

/// The metrics of the table `metrics`, found by any name they go by.
package struct MetricCatalog: Sendable {
  package struct Metric: Sendable, Equatable {
    package var id: Int64
    package var name: String
    /// The problem types it is for, the likeliest first.
    package var types: [ProblemType]
  }

  private let byName: [String: Metric]

  init(_ connection: OpaquePointer) throws {
    var byName: [String: Metric] = [:]
    try RawStatement(connection, "SELECT id, name, types, aliases FROM metrics ORDER BY id DESC")
      .eachRow { row in
        let columns = (1..<4).map { words(in: row.text($0) ?? "") }
        let metric = Metric(
          id: row.integer(0) ?? 0, name: row.text(1) ?? "",
          types: columns[1].compactMap(ProblemType.init))
        for name in columns[0] + columns[2] { byName[name] = metric }
      }
    self.byName = byName
  }

  /// The metric called `name` or having it as an alias, letters compared without case; nil if none is.
  ///
  /// `neg_` before a name means the same metric with its sign turned.
  package func metric(_ name: String) -> (metric: Metric, isNegated: Bool)? {
    let name = name.lowercased()
    if let metric = byName[name] { return (metric, false) }
    guard name.hasPrefix("neg_"), let metric = byName[String(name.dropFirst(4))] else { return nil }
    return (metric, true)
  }

  /// The names that no alias is.
  package var names: [String] {
    Set(byName.values.map(\.name)).sorted()
  }
}

private func words(in text: String) -> [String] {
  text.lowercased().split(separator: " ").map(String.init)
}
