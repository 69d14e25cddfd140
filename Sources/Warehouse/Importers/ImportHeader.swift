internal import Tables

/// The column names of a results file, and what `--map` makes of them.
struct ImportHeader {
  /// Where an importer finds what it looks for.
  enum Place: Equatable {
    case column(Int)
    /// The same for every row: `--map framework='HC2'`.
    case constant(String)
  }

  let names: [String]
  private let places: [String: Place]

  /// - Parameter map: for a name that importers know, the file's column or a 'constant' in quotes.
  init(_ names: [String], map: [String: String] = [:], file: String) throws {
    self.names = names
    var places: [String: Place] = [:]
    for (index, name) in names.enumerated() {
      guard places.updateValue(.column(index), forKey: name.lowercased()) == nil else {
        throw StoreError.unknownHeader(
          file: file, columns: names, reason: "the column \"\(name)\" is there twice")
      }
    }
    let columns = places
    for (known, theirs) in map {
      if theirs.count >= 2, theirs.hasPrefix("'"), theirs.hasSuffix("'") {
        places[known.lowercased()] = .constant(String(theirs.dropFirst().dropLast()))
      } else if let column = columns[theirs.lowercased()] {
        if known.lowercased() != theirs.lowercased() { places[theirs.lowercased()] = nil }
        places[known.lowercased()] = column
      } else {
        throw StoreError.unknownHeader(
          file: file, columns: names,
          reason: "there is no column \"\(theirs)\", which --map \(known)=\(theirs) names")
      }
    }
    self.places = places
  }

  subscript(name: String) -> Place? { places[name.lowercased()] }

  func column(_ name: String) -> Int? {
    if case .column(let index) = self[name] { index } else { nil }
  }

  func constant(_ name: String) -> String? {
    if case .constant(let text) = self[name] { text } else { nil }
  }

  /// Those of `wanted` that are not there, as a list in words; nil if all are.
  func missing(_ wanted: [String]) -> String? {
    let missing = wanted.filter { self[$0] == nil }
    return missing.isEmpty ? nil : missing.joined(separator: ", ")
  }

  /// Every column by the name it is known under, in the order of the file.
  var columns: [(name: String, index: Int)] {
    places.compactMap { name, place in
      guard case .column(let index) = place else { return nil }
      return (name, index)
    }.sorted { $0.index < $1.index }
  }

  /// The columns that name a metric, the first for each metric, and all that have no use.
  ///
  /// - Parameter used: columns that are something else.
  func metrics(
    _ catalog: MetricCatalog, besides used: Set<Int>
  ) -> (metrics: [MetricColumn], rest: [Int]) {
    var metrics: [MetricColumn] = []
    var rest: [Int] = []
    for (name, index) in columns where !used.contains(index) {
      guard let (metric, isNegated) = catalog.metric(name),
        !metrics.contains(where: { $0.metric.id == metric.id })
      else {
        rest.append(index)
        continue
      }
      metrics.append(MetricColumn(index: index, metric: metric, isNegated: isNegated))
    }
    return (metrics, rest)
  }
}

/// A column of one metric's scores.
struct MetricColumn {
  var index: Int
  var metric: MetricCatalog.Metric
  var isNegated: Bool

  /// The score that a number of this column is.
  func score(_ number: Double) -> Double { isNegated ? -number : number }
}
