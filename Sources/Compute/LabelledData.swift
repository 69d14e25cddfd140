package import Benchmark
package import Tables

/// A dataset as its two files give it: columns of known kinds, one of them the target.
///
/// **Shape**: a row a case, cells as the text that the file has, NULL where one is missing.
package struct LabelledData: Sendable, Equatable {
  package typealias Kind = DatasetColumn.Kind

  /// The name of the target's column, in every dataset.
  package static let target = "target"

  package let table: Table
  /// The kind of each column.
  package let kinds: [Kind]
  /// Where the target stands.
  package let targetIndex: Int

  /// Joins the rows of `<id>.csv` with the `NAME,TYPE` rows of `<id>_types.csv`.
  package init(table: Table, types: Table) throws(ComputeError) {
    guard let targetIndex = table.columns.lastIndex(of: Self.target) else {
      throw .data("no column is called target")
    }
    let words = try Self.words(of: types)
    var kinds: [Kind] = []
    for (index, name) in table.columns.enumerated() {
      let kind = words[name].flatMap(Kind.init)
      guard let kind, (kind == .target) == (index == targetIndex) else {
        throw .data("column \"\(name)\" has type \"\(words[name] ?? "")\", " + Self.rule(name))
      }
      kinds.append(kind)
    }
    self.table = table
    self.kinds = kinds
    self.targetIndex = targetIndex
    try checkNames()
    try checkNumbers()
  }

  /// The numbers of the rows that have a target, from 0.
  package var labelledRows: [Int] {
    table.rows.indices.filter { !table.rows[$0][targetIndex].isNull }
  }

  /// How large it is; `dataset` is what it is called.
  ///
  /// A category counts as a column where it occurs.
  /// - Complexity: O(rows x columns).
  package func shape(of dataset: Dataset) -> DatasetShape {
    func distinct(_ column: Int) -> Int {
      Set(table.rows.lazy.compactMap { $0[column].string }).count
    }
    let widths = kinds.enumerated().map { column, kind in
      switch kind {
      case .numerical: 1
      case .categorical: distinct(column)
      case .target: 0
      }
    }
    return DatasetShape(
      dataset, rows: table.rows.count, features: kinds.count, classes: distinct(targetIndex),
      oneHot: widths.reduce(0, +))
  }

  private static func words(of types: Table) throws(ComputeError) -> [String: String] {
    guard types.columns == ["NAME", "TYPE"] else {
      throw .data(
        "the types file has the header \(types.columns.joined(separator: ",")), "
          + "NAME,TYPE is right")
    }
    let pairs = types.rows.map { ($0[0].string ?? "", $0[1].string ?? "") }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  private static func rule(_ name: String) -> String {
    name == target ? "target is right" : "categorical or numerical is right"
  }

  private func checkNames() throws(ComputeError) {
    var seen: Set<String> = []
    for name in table.columns where !seen.insert(name).inserted {
      throw .data("column \"\(name)\" stands twice")
    }
  }

  private func checkNumbers() throws(ComputeError) {
    for column in kinds.indices where kinds[column] == .numerical {
      for (row, values) in table.rows.enumerated() {
        guard let text = values[column].string else { continue }
        guard let number = Double(text), number.isFinite else {
          let place = "row \(row + 1) of numerical column \"\(table.columns[column])\""
          throw .data("\(place) has \"\(text)\", a finite number or nothing is right")
        }
      }
    }
  }
}
