import Foundation
import Glibc

/// The folder of a slice on the host that runs it, `FIRST-LAST`.
struct SliceFolder: Sendable {
  let path: String
  let positions: ClosedRange<Int>

  init(_ positions: ClosedRange<Int>, in array: String) {
    self.positions = positions
    path = "\(array)/\(positions.lowerBound)-\(positions.upperBound)"
  }

  /// Nil for another file.
  init?(path: String) {
    let ends = (path as NSString).lastPathComponent.split(separator: "-").map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      return nil
    }
    self.path = path
    positions = first...last
  }

  /// As workers are told.
  var span: String { "\(positions.lowerBound)-\(positions.upperBound)" }

  /// Who works or worked on it; nil for nobody yet.
  var worker: ProcessIdentity? {
    bytes("worker").flatMap { ProcessIdentity(String(decoding: $0, as: UTF8.self)) }
  }

  private var order: SliceOrder? {
    bytes("request.json").flatMap { try? JSONDecoder().decode(SliceOrder.self, from: $0) }
  }

  // MARK: Telling

  /// How it stands; nil where it was not begun.
  func report() -> SliceReport? {
    guard let worker, let order else { return nil }
    // Asked before the journal is read, so that what it wrote last is in there.
    let isGone = worker.isGone
    let journal = SliceJournal(bytes("state.jsonl") ?? Data())
    let isDone = journal.ended == [positions]
    return SliceReport(
      name: order.name, count: order.count, positions: positions, isGone: isGone,
      ended: journal.ended,
      running: journal.running, lastWords: isGone && !isDone ? lastWords : nil)
  }

  /// The end of what the worker said.
  var log: String {
    guard let file = FileHandle(forReadingAtPath: "\(path)/worker.log") else { return "" }
    let size = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: size - min(size, 1 << 16))
    return String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
  }

  private var lastWords: String? {
    log.split(whereSeparator: \.isNewline).last.map { String($0.prefix(500)) }
  }

  private func bytes(_ name: String) -> Data? {
    FileManager.default.contents(atPath: "\(path)/\(name)")
  }

  // MARK: Beginning

  func make() throws(ComputeError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .file(path, reason: error.localizedDescription)
    }
  }

  /// Starts a worker in a session of its own, which waits until it is known who it is: if we end before,
  /// it ends too, and has done nothing.
  ///
  /// - Parameter powerOff: the shell's words for when it has ended; empty for none.
  func start(
    _ program: String, for order: SliceOrder, variables: [String: String], powerOff: String
  ) throws(ComputeError) {
    try write((try? JSONEncoder().encode(order)) ?? Data(), to: "request.json")
    let worker = try FedProgram(
      "/bin/sh", ["-c", Self.script, program, path, order.manifest, span, powerOff],
      environment: variables.merging(order.variables) { $1 }, isQuiet: true)
    try write(Data(ProcessIdentity(of: worker.id).description.utf8), to: "worker")
    _ = worker.feed("go\n")
    _ = worker.end(within: .zero)
  }

  /// Becomes the worker; or stays beside it where the machine is to be put out after it, and then leaves
  /// it to the worker to heed a request to end.
  private static let script = """
    cd "$1" && exec >>worker.log 2>&1 && read -r go || exit 75
    if [ -z "$4" ]; then
      exec "$0" worker --manifest "$2" --slice "$3" --state state.jsonl </dev/null
    fi
    trap : TERM
    "$0" worker --manifest "$2" --slice "$3" --state state.jsonl </dev/null
    eval "$4"
    """

  private func write(_ bytes: Data, to name: String) throws(ComputeError) {
    do {
      try bytes.write(to: URL(filePath: "\(path)/\(name)"), options: .atomic)
    } catch {
      throw .file("\(path)/\(name)", reason: error.localizedDescription)
    }
  }
}
