/// A column as far as completion knows it.
package struct SQLColumn: Sendable, Equatable {
  /// The column of a table whose values another one shows.
  package struct Origin: Sendable, Hashable {
    package var table: String
    package var column: String

    package init(_ table: String, _ column: String) {
      self.table = table
      self.column = column
    }
  }

  package var name: String
  /// As it was declared; empty where it was not.
  package var type: String
  /// Nil for what is computed.
  package var origin: Origin?

  package init(_ name: String, type: String = "", origin: Origin? = nil) {
    self.name = name
    self.type = type
    self.origin = origin
  }
}

/// A table, view, CTE or subquery that a statement reads, and how the statement calls it.
package struct SQLRelation: Sendable, Equatable {
  /// What its columns may be qualified with: its alias, or else its name.
  package var label: String
  /// Its name in the catalog or of the CTE; empty for a subquery.
  package var name: String
  package var columns: [SQLColumn]
  package var hasAlias: Bool
  /// Whether AS stands before the alias.
  package var hasAs: Bool

  package init(
    _ label: String, name: String = "", columns: [SQLColumn] = [], hasAlias: Bool = false,
    hasAs: Bool = false
  ) {
    self.label = label
    self.name = name
    self.columns = columns
    self.hasAlias = hasAlias
    self.hasAs = hasAs
  }
}

/// Letters of names compare without case.
package func isSameName(_ a: String, _ b: String) -> Bool {
  a == b || a.utf8.count == b.utf8.count && a.lowercased() == b.lowercased()
}
