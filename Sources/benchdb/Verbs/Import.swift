import ArgumentParser
import Benchmark
import Foundation
import Glibc
import Tables
import Warehouse

struct Import: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Import results files; importing again changes nothing.",
    discussion: """
      The header tells what a file is, unless --as does:

      \(Importers.help.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n"))

      All files go in, or none: a line that cannot be read stops the import, unless --skip-bad puts \
      it into the table rejects.

      Example: benchdb import results_small-8c1h.csv --source amlb-2019
      Example: benchdb import HC2_accuracy.csv --map dataset=Resamples: \
      --map "framework='HC2'" --map "metric='accuracy'"
      """)

  @Argument(help: ArgumentHelp("What to import; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the files are: auto, \(Importers.help.map(\.name).joined(separator: ", ")).",
      valueName: "importer"))
  var importer = "auto"

  @Option(help: ArgumentHelp("The source's name; else each file's.", valueName: "name"))
  var source: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A column known as another: dataset=task. In quotes, a constant: \"framework='HC2'\".",
      valueName: "col=col"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "The budget of rows that name none; else what the file's name tells.", valueName: "name"))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "A run that is there with other values: keep or replace it, or fail.", valueName: "what"))
  var onDuplicate = DuplicatePolicy.fail

  @Flag(help: "Put lines that cannot be read into the table rejects and go on.")
  var skipBad = false

  @Flag(help: "Start the warehouse if there is none.")
  var create = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let options = try importOptions(session)
    let inputs = try files.map { try ImportFile(opening: $0) }
    let store = try warehouse(session)
    var progress = ProgressLine(session)
    let summaries = try store.importRuns(inputs, options: options) { state in
      progress.show(state.words, done: state.bytes, of: state.size)
    }
    progress.clear()
    for summary in summaries {
      session.note("\(summary.file): \(summary.recognised)")
      summary.notes.forEach(session.note)
      if let sentence = summary.rejected { session.warn(sentence) }
    }
    try Output(session).print(Table(of: summaries))
  }

  private func warehouse(_ session: Session) throws -> Store {
    guard create, !FileManager.default.fileExists(atPath: session.path) else {
      return try session.store(.readWrite)
    }
    session.note("started \(session.path)")
    return try Store.create(at: session.path)
  }

  private func importOptions(_ session: Session) throws -> ImportOptions {
    var options = ImportOptions()
    options.importer = importer == "auto" ? nil : importer
    let known = Importers.help.map(\.name)
    guard options.importer.map(known.contains) ?? true else {
      throw Failure(
        .usage, "--as \(importer) is none of auto, \(known.joined(separator: ", ")).")
    }
    for pair in map {
      let words = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard words.count == 2 else {
        throw Failure(.usage, "--map \(pair) is not of the form col=col, as in dataset=task.")
      }
      options.map[words[0]] = words[1]
    }
    options.source = source
    options.budget = budget
    options.duplicates = onDuplicate
    options.skipsBad = skipBad
    for study in try session.configuration().studies {
      options.studyTypes[String(study.id)] = ProblemType(rawValue: study.type)
    }
    return options
  }
}

extension DuplicatePolicy: ExpressibleByArgument {}

extension ImportFile {
  /// A file, or standard input for `-`.
  fileprivate init(opening path: String) throws {
    guard path != "-" else {
      self.init(name: "stdin", next: { try FileHandle.standardInput.piece() })
      return
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure(.noInput, "\(path) cannot be read.")
    }
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw Failure(.noInput, "\(path) is a folder; name the files in it.")
    }
    let url = URL(filePath: path)
    self.init(
      name: url.lastPathComponent, location: url.path, size: attributes[.size] as? Int,
      next: { try handle.piece() },
      studies: { try StudyFile.beside(url) })
  }
}

extension FileHandle {
  /// The next bytes, none at the end. `read(upToCount:)` would copy them twice.
  fileprivate func piece() throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      repeat {
        count = Glibc.read(fileDescriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      guard count >= 0 else {
        let reason = String(cString: strerror(errno))
        count = 0
        throw Failure(.disk, "the file cannot be read on: \(reason).")
      }
    }
  }
}

extension StudyFile {
  /// The study files of the folder that a file lies in, by name.
  fileprivate static func beside(_ file: URL) throws -> [StudyFile] {
    let folder = file.deletingLastPathComponent()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .compactMap { name in
        guard name.hasPrefix("study_"), name.hasSuffix("_info.csv") else { return nil }
        let bytes = try Data(contentsOf: folder.appending(path: name))
        return StudyFile(tag: String(name.dropFirst(6).dropLast(9)), bytes: [UInt8](bytes))
      }
  }
}

// MARK: - Words

extension ImportProgress {
  fileprivate var words: String { "\(file): \(grouped(rows)) rows" }
}

extension ImportSummary {
  fileprivate var rejected: String? {
    guard rejects > 0 else { return nil }
    return
      "\(file): \(grouped(rejects)) of \(grouped(rows)) lines could not be read; they are in the "
      + "table rejects, each with its reason."
  }
}

extension Table {
  /// A row a file: what became of its runs, and how many scores of each metric there were.
  fileprivate init(of summaries: [ImportSummary]) {
    self.init(
      columns: [
        "file", "source", "importer", "rows", "new", "unchanged", "replaced", "kept", "failed",
        "tasks", "rejects", "scores",
      ],
      rows: summaries.map { summary in
        let runs = summary.runs
        let counts = [
          summary.rows, runs.new, runs.unchanged, runs.replaced, runs.kept, runs.failed, runs.tasks,
          summary.rejects,
        ]
        let scores = summary.scores.map { "\($0.metric) \($0.count)" }
        return [.text(summary.file), .text(summary.source), .text(summary.importer)]
          + counts.map { .integer(Int64($0)) } + [.text(scores.joined(separator: ", "))]
      })
  }
}
