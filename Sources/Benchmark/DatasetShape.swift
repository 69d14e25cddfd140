/// How large a dataset is; what is not known is nil.
package struct DatasetShape: Sendable, Hashable {
  package var dataset: Dataset
  package var rows: Int?
  /// Columns, the target among them.
  package var features: Int?
  /// Distinct values of the target, for regression too.
  package var classes: Int?
  /// Features once each category is a column of its own.
  package var oneHot: Int?

  package init(
    _ dataset: Dataset, rows: Int? = nil, features: Int? = nil, classes: Int? = nil,
    oneHot: Int? = nil
  ) {
    self.dataset = dataset
    self.rows = rows
    self.features = features
    self.classes = classes
    self.oneHot = oneHot
  }
}
