/// A named list of datasets that pose one type of problem.
package struct Study: Sendable, Hashable {
  /// The OpenML study id; nil for a list of one's own.
  package var openMLID: Int?
  package var name: String
  package var type: ProblemType
  package var datasets: [Dataset]

  /// - Parameter name: the id's digits when the source gives no name.
  package init(openMLID: Int? = nil, name: String, type: ProblemType, datasets: [Dataset]) {
    self.openMLID = openMLID
    self.name = name
    self.type = type
    self.datasets = datasets
  }
}
