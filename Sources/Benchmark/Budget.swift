/// What a run may use. AMLB says constraint.
///
/// A limit that a source does not state is nil, never guessed.
package struct Budget: Sendable, Hashable {
  package var name: String
  package var cores: Int?
  package var memoryMB: Int?
  /// What the framework is told.
  package var softLimit: Duration?
  /// When the run is stopped, whatever it says.
  package var hardLimit: Duration?

  package init(
    name: String, cores: Int? = nil, memoryMB: Int? = nil, softLimit: Duration? = nil,
    hardLimit: Duration? = nil
  ) {
    self.name = name
    self.cores = cores
    self.memoryMB = memoryMB
    self.softLimit = softLimit
    self.hardLimit = hardLimit
  }

  /// The budget of results whose source names none.
  package static let unspecified = Budget(name: "unspecified")
}
