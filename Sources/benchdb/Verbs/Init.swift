import ArgumentParser
import Benchmark
import Foundation
import Sample
import Tables
import Warehouse

struct Init: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Start a warehouse in a folder.",
    discussion: "Example: benchdb init --sample")

  @Argument(help: ArgumentHelp("Where; made if it is not there.", valueName: "dir"))
  var folder = "."

  @Option(help: ArgumentHelp("A batch.config to copy into the folder.", valueName: "file"))
  var from: String?

  @Flag(help: "Load the sample: real runs of frameworks and baselines on public datasets.")
  var sample = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    try File.makeFolder(folder)
    if let from { try copyConfiguration(from) }
    let path = common.db ?? (folder == "." ? "./bench.db" : "\(folder)/bench.db")
    let store = try Store.create(at: path)
    session.note("started \(path)")
    if sample { try load(into: store, session) }
  }

  private func load(into store: Store, _ session: Session) throws {
    try store.describe(try sampleDatasets())
    let baselines = try load(Sample.runs, as: "sample", into: store)
    let frameworks = try load(Sample.automl, as: "sample-automl", into: store)
    session.note(
      "loaded the sample: \(grouped(baselines)) runs of scikit-learn's baselines, \(grouped(frameworks)) "
        + "of AutoML frameworks and them; docs/sample.md says how they were made")
  }

  /// Imports a file of runs; returns how many there are.
  private func load(_ text: String, as source: String, into store: Store) throws -> Int {
    var bytes = [[UInt8](text.utf8)]
    let file = ImportFile(name: source, next: { bytes.popLast() ?? [] })
    var options = ImportOptions()
    options.source = source
    return try store.importRuns([file], options: options).map(\.runs.new).reduce(0, +)
  }

  private func sampleDatasets() throws -> [DatasetShape] {
    let table = try Table(csv: Array(Sample.datasets.utf8))
    return table.rows.map { row in
      let cells = zip(table.columns, row).map { ($0, $1.string ?? "") }
      let cell = Dictionary(uniqueKeysWithValues: cells)
      func number(_ name: String) -> Int? { cell[name].flatMap { Int($0) } }
      return DatasetShape(
        Dataset(openMLID: number("dataset_id"), name: cell["dataset"] ?? ""),
        rows: number("rows"), features: number("features"), classes: number("classes"),
        oneHot: number("one_hot"))
    }
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
