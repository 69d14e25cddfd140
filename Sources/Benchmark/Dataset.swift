/// A table with a target column, known by its OpenML id or, where it has none, by its name.
package struct Dataset: Sendable, Hashable {
  /// The OpenML dataset id; nil for data of one's own and where a source names only the OpenML task.
  package var openMLID: Int?
  package var name: String

  /// - Parameter name: the id's digits when the source gives no name.
  package init(openMLID: Int? = nil, name: String) {
    self.openMLID = openMLID
    self.name = name
  }

  /// What its files are called, `<stem>.csv` and `<stem>_types.csv`: the id's digits, else the name.
  package var stem: String { openMLID.map { String($0) } ?? name }
}

/// What kind of target a dataset has.
package enum ProblemType: String, Sendable, Hashable, CaseIterable {
  case classification, regression, timeseries
}
