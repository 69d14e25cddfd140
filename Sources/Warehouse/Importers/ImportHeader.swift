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

  /// - Parameter map: for a name that importers know, the file's column or a 'constant' in quotes. All are
  ///   said of the file's own columns, so that two columns can change names.
  init(_ names: [String], map: [(name: String, column: String)] = [], file: String) throws {
    self.names = names
    var columns: [String: Place] = [:]
    for (index, name) in names.enumerated() {
      guard columns.updateValue(.column(index), forKey: name.lowercased()) == nil else {
        throw StoreError.unknownHeader(
          file: file, columns: names, reason: "the column \"\(name)\" is there twice")
      }
    }
    var places = columns
    for (_, theirs) in map { places[theirs.lowercased()] = nil }
    for (known, theirs) in map {
      if theirs.count >= 2, theirs.hasPrefix("'"), theirs.hasSuffix("'") {
        places[known.lowercased()] = .constant(String(theirs.dropFirst().dropLast()))
      } else if let column = columns[theirs.lowercased()] {
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

  /// Every column by the name it is known under, in the order of the file; nil for one whose name
  /// another thing has now.
  var columns: [(name: String?, index: Int)] {
    var known: [Int: String] = [:]
    for (name, place) in places.sorted(by: { $0.key < $1.key }) {
      if case .column(let index) = place { known[index] = known[index] ?? name }
    }
    return names.indices.map { (known[$0], $0) }
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
      guard let name, let (metric, isNegated) = catalog.metric(name),
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
