import ArgumentParser

/// The level that a test is held to.
struct LevelOptions: ParsableArguments {
  @Option(help: "The level of significance.")
  var alpha = 0.05

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha is a number between 0 and 1, not \(alpha)")
    }
  }
}
