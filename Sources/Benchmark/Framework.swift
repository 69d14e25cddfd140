/// An AutoML system or a baseline, at a version. The original calls it a model.
package struct Framework: Sendable, Hashable {
  package var name: String
  /// Empty when the source does not say.
  package var version: String

  package init(name: String, version: String = "") {
    self.name = name
    self.version = version
  }
}
