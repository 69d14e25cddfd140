import ArgumentParser
import Foundation
import Warehouse

struct Init: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Start a warehouse in a folder.",
    discussion: "Example: benchdb init --sample")

  @Argument(help: ArgumentHelp("Where; made if it is not there.", valueName: "dir"))
  var folder = "."

  @Option(help: ArgumentHelp("A batch.config to copy into the folder.", valueName: "file"))
  var from: String?

  @Flag(help: "Load the sample: real runs of baselines on public datasets.")
  var sample = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let from { try copyConfiguration(from) }
    let path = common.db ?? (folder == "." ? "./bench.db" : "\(folder)/bench.db")
    _ = try Store.create(at: path)
    session.note("started \(path)")
  }

  private func copyConfiguration(_ source: String) throws {
    let target = "\(folder)/batch.config"
    guard let text = try? String(contentsOfFile: source, encoding: .utf8) else {
      throw Failure(.noInput, "\(source) cannot be read.")
    }
    _ = try Configuration.read(text, named: source)
    try File.write(target, replacing: common.force) { try $0(text) }
  }
}
