import ArgumentParser
import Benchmark
import Tables
import Warehouse

struct ExportFailures: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Write the tasks without a successful run to a file, to run them again.",
    discussion: """
      The format is --as's, else what the file's name ends in, else jsonl.

      Examples: benchdb export-failures failures.jsonl
                benchdb export-failures tests.dat --include failed --class timeout
                benchdb export-failures failures.yaml --as amlb
      """)

  @Argument(help: "The file to write; - is standard output.")
  var file: String

  @Option(name: .customLong("class"), help: "Only tasks whose last run failed of this.")
  var failureClass: FailureClass?

  @Option(help: "missing (no run has failed), failed (the last one has), or missing,failed.")
  var include = Parts()

  @Option(help: "jsonl, csv, the original's pickle, or a benchmark definition for AMLB.")
  var `as`: TaskFileFormat?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if failureClass != nil, !include.parts.contains(.failed) {
      throw ValidationError("--class is about failed tasks, which --include leaves out")
    }
  }

  func run(in session: Session) throws {
    if file != "-" { try File.refuse(file, replacing: common.force) }
    let format = `as` ?? TaskFileFormat(forFile: file) ?? .jsonl
    let tasks = try fitting(try tasks(in: session), format, in: session)
    let bytes = try tasks.file(as: format, named: file == "-" ? "failures.yaml" : file)
    if file == "-" {
      try Sink.output.write(bytes)
    } else {
      try File.write(file, replacing: common.force, bytes: bytes)
    }
    session.note(summary(of: tasks.tasks.count, format))
  }

  private func tasks(in session: Session) throws -> TaskList {
    let store = try session.store()
    let query = try session.library(store).query("export-failures")
    var bindings = try query.bindings()
    for part in Part.allCases {
      bindings[part.rawValue] = .integer(include.parts.contains(part) ? 1 : 0)
    }
    if let failureClass { bindings["class"] = .text(failureClass.rawValue) }
    return try TaskList(try store.table(query.sql, bindings: bindings))
  }

  /// The tasks that the format can hold; a warning tells of the others.
  private func fitting(
    _ tasks: TaskList, _ format: TaskFileFormat, in session: Session
  ) throws -> TaskList {
    guard format == .amlb else { return tasks }
    let lost = try AMLBDefinition(tasks).leftOut.count
    guard lost > 0 else { return tasks }
    session.warn(
      "\(counted(lost, "task")) left out: AMLB finds data by OpenML's task, which is not known of "
        + (lost == 1 ? "it" : "them"))
    return TaskList(tasks.tasks.filter { $0.openMLTaskID != nil })
  }

  private func summary(of count: Int, _ format: TaskFileFormat) -> String {
    let place = file == "-" ? "" : " to \(file)"
    return count == 0
      ? "there are no such tasks; wrote an empty list\(place)"
      : "wrote \(counted(count, "task"))\(place) as \(format.rawValue)"
  }
}

extension ExportFailures {
  /// Which tasks without a successful run.
  enum Part: String, CaseIterable {
    /// No run has failed, most often because there was none.
    case missing
    /// The last run failed.
    case failed
  }

  /// Parts by their names, with commas between; all of them unless said otherwise.
  struct Parts: ExpressibleByArgument {
    var parts = Part.allCases

    init() {}

    init?(argument: String) {
      let words = argument.split(separator: ",", omittingEmptySubsequences: false)
      parts = words.compactMap { Part(rawValue: String($0)) }
      guard parts.count == words.count else { return nil }
    }

    var defaultValueDescription: String { parts.map(\.rawValue).joined(separator: ",") }
  }
}

extension FailureClass: ExpressibleByArgument {}
extension TaskFileFormat: ExpressibleByArgument {}
