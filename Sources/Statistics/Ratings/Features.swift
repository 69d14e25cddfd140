package import Tables

/// What is known of blocks beside scores: numbers, such as how many rows a dataset has, and words.
///
/// **Shape**: features are in the order of a table's columns, each with a value per block.
package struct Features: Sendable, Equatable {
  package struct Feature: Sendable, Equatable {
    package let name: String
    /// By block; NULL where it is not known.
    package let values: [String: Value]

    package init(name: String, values: [String: Value]) {
      (self.name, self.values) = (name, values)
    }

    /// Whether all known values are numbers, which have an order.
    package var isNumeric: Bool { values.values.allSatisfy { $0.isNull || $0.number != nil } }
  }

  package let features: [Feature]

  package init(_ features: [Feature]) {
    self.features = features
  }

  /// Takes from a table of scores each other column that has one value a block, and not the same on
  /// all.
  package init(
    _ table: Table, block: String, besides names: [String]
  ) throws(StatisticsError) {
    let place: Int
    do throws(TablesError) { place = try table.index(of: block) } catch { throw .table(error) }
    let taken = Set((names + [block]).map { $0.lowercased() })
    features = table.columns.indices.compactMap { column in
      guard !taken.contains(table.columns[column].lowercased()) else { return nil }
      var values: [String: Value] = [:]
      for row in table.rows {
        guard let name = row[place].description else { continue }
        guard values[name, default: row[column]] == row[column] else { return nil }
        values[name] = row[column]
      }
      guard Set(values.values.filter { !$0.isNull }).count > 1 else { return nil }
      return Feature(name: table.columns[column], values: values)
    }
  }
}
