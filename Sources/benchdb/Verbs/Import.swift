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
    let summaries = try Interruption.watching { isInterrupted in
      let refuseInterrupted = {
        if isInterrupted() { throw Failure(.interrupted, "interrupted. Nothing was imported.") }
      }
      let inputs = try files.map { try ImportFile(opening: $0, whileWaiting: refuseInterrupted) }
      return try inWarehouse(session) { store in
        var progress = ProgressLine(session)
        defer { progress.clear() }
        return try store.importRuns(inputs, options: options) { state in
          try refuseInterrupted()
          progress.show(state.words, done: state.bytes, of: state.size)
        }
      }
    }
    for summary in summaries {
      session.note("\(summary.file): \(summary.recognised)")
      summary.notes.forEach(session.note)
      if let sentence = summary.rejected { session.warn(sentence) }
    }
    try Output(session).print(Table(of: summaries))
  }

  /// Calls `body` with the warehouse; one that was started for it is gone again if it throws.
  private func inWarehouse<Result>(
    _ session: Session, _ body: (Store) throws -> Result
  ) throws -> Result {
    let path = session.path
    guard create, !FileManager.default.fileExists(atPath: path) else {
      return try body(session.store(.readWrite))
    }
    let store = try Store.create(at: path)
    do {
      let result = try body(store)
      session.note("started \(path)")
      return result
    } catch {
      try? store.close()
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
      throw error
    }
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
      let name = words[0].lowercased()
      guard !options.map.contains(where: { $0.name == name }) else {
        throw Failure(.usage, "--map says twice what \(name) is.")
      }
      options.map.append((name, words[1]))
    }
    options.source = source
    options.budget = budget
    options.duplicates = onDuplicate
    options.skipsBad = skipBad
    options.studyTypes = try session.configuration().studyTypes
    return options
  }
}

extension DuplicatePolicy: ExpressibleByArgument {}

extension ImportFile {
  /// A file, or standard input for `-`.
  ///
  /// - Parameter check: called now and then while there is nothing to read; what it throws ends the wait.
  fileprivate init(opening path: String, whileWaiting check: @escaping () throws -> Void) throws {
    guard path != "-" else {
      self.init(name: "stdin", next: { try FileHandle.standardInput.piece(whileWaiting: check) })
      return
    }
    let handle = try FileHandle(toRead: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw Failure(.noInput, "\(path) is a folder; name the files in it.")
    }
    let url = URL(filePath: path)
    self.init(
      name: url.lastPathComponent, location: url.path, size: attributes[.size] as? Int,
      next: { try handle.piece(whileWaiting: check) },
      studies: { try StudyFile.beside(url) })
  }
}

extension FileHandle {
  fileprivate convenience init(toRead path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isForbidden = errno == EACCES || errno == EPERM
      throw Failure(
        isForbidden ? .permission : .noInput,
        "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    self.init(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// The next bytes, none at the end. `read(upToCount:)` would copy them twice.
  fileprivate func piece(whileWaiting check: () throws -> Void) throws -> [UInt8] {
    // A pipe may have nothing for long, and a read that waits goes on after a signal.
    var input = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
    while poll(&input, 1, 100) <= 0 { try check() }
    return try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
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
        let handle = try FileHandle(toRead: folder.appending(path: name).path)
        let bytes = try handle.readToEnd() ?? Data()
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
        "file", "source", "importer", "rows", "new", "completed", "unchanged", "replaced", "kept",
        "failed",
        "tasks", "rejects", "scores",
      ],
      rows: summaries.map { summary in
        let runs = summary.runs
        let counts = [
          summary.rows, runs.new, runs.completed, runs.unchanged, runs.replaced, runs.kept,
          runs.failed, runs.tasks,
          summary.rejects,
        ]
        let scores = summary.scores.map { "\($0.metric) \($0.count)" }
        return [.text(summary.file), .text(summary.source), .text(summary.importer)]
          + counts.map { .integer(Int64($0)) } + [.text(scores.joined(separator: ", "))]
      })
  }
}
