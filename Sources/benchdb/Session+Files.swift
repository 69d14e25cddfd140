import Foundation

extension Session {
  /// The text of a file, or of standard input for `-`.
  func read(_ path: String) throws -> String {
    let data =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile()
      : FileManager.default.contents(atPath: path)
    guard let data else { throw Failure(.noInput, "\(path) cannot be read.") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(.malformedInput, "\(path) is not UTF-8 text.")
    }
    guard !data.contains(0) else {
      throw Failure(.malformedInput, "\(path) is not text: it has a byte of zero.")
    }
    return text
  }

  /// The configuration in force.
  ///
  /// - Throws: `Failure` with `configuration` for a file or a variable that cannot be meant.
  func configuration() throws -> Configuration {
    var configuration = Configuration()
    for file in EmbeddedFiles.all where file.name == "batch.config.default" {
      try configuration.lay(file.text, named: "default")
    }
    let chosen = options.config ?? environment["BENCHDB_CONFIG"]
    if let chosen, !FileManager.default.fileExists(atPath: chosen) {
      throw Failure(.noInput, "\(chosen) cannot be read.")
    }
    for path in ["batch.config.default", chosen ?? "batch.config"]
    where FileManager.default.fileExists(atPath: path) {
      try configuration.lay(try read(path), named: path)
    }
    try configuration.lay(environment)
    configuration.warnings.forEach(warn)
    return configuration
  }
}
