/// A column of a dataset.
package struct DatasetColumn: Sendable, Hashable {
  /// What it holds, in the words of a types file.
  package enum Kind: String, Sendable, CaseIterable {
    case categorical, numerical, target
  }

  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
