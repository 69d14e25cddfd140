import Foundation
import TestSupport

/// A bucket, and a warehouse to sync it into.
final class SyncLab: Sendable {
  let s3: S3Peer
  let folder: FreshFolder
  /// Added to what every program finds in its environment.
  let environment: [String: String]

  init(region: String = "us-east-1", attempts: Int = 2) async throws {
    s3 = try S3Peer(region: region)
    folder = try await FreshFolder.withWarehouse()
    environment = s3.environment.merging(["AWS_MAX_ATTEMPTS": String(attempts)]) { $1 }
  }

  /// Results by their ids, each of a task of its own.
  static func results(_ ids: Range<Int>) -> [S3Peer.Object] {
    ids.map { S3Peer.Object("out/results\($0).csv", line($0)) }
  }

  static func line(_ id: Int) -> String {
    "tpot,\(id + 1),classification,75,nan,nan,0.5,\(Double(id % 100) / 128)\n"
  }

  func sync(
    _ arguments: String..., environment more: [String: String] = [:]
  ) async throws -> FreshFolder.Ended {
    let words = arguments.contains { $0.hasPrefix("s3://") } ? arguments : ["s3://lab/"] + arguments
    return try await run(["sync"] + words, environment: more)
  }

  /// Runs `benchdb` by the shell, which does `first` before.
  ///
  /// - Parameter starter: what the program is started by; `exec` makes it the shell's own process.
  func run(
    _ words: [String], after first: String = "", by starter: String = "exec",
    environment more: [String: String] = [:]
  ) async throws -> FreshFolder.Ended {
    let variables = environment.merging(more) { $1 }
      .map { "export \($0)='\($1)'\n" }.joined()
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    return try await folder.shell("\(variables)\(first)\n\(starter) benchdb \(line)")
  }

  /// Runs a sync and sends it a signal as soon as `isTime` says so.
  func sync(
    _ arguments: String..., signal: Int32, when isTime: @Sendable () throws -> Bool
  ) async throws -> FreshFolder.Ended {
    async let ended = run(["sync", "s3://lab/"] + arguments, after: "echo $$ > pid")
    let deadline = ContinuousClock.now + .seconds(300)
    while try !isTime(), ContinuousClock.now < deadline { await Task.yield() }
    let process = folder.text("pid").flatMap { Int32($0.trimmingCharacters(in: .newlines)) }
    if let process { kill(process, signal) }
    return try await ended
  }

  /// Starts a program and prints how many kilobytes of memory it had at most.
  static let measured = """
    python3 -c 'import resource, subprocess, sys
    ended = subprocess.run(sys.argv[1:])
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    sys.exit(ended.returncode)'
    """

  /// What a query gives: values of a row between tabs, rows on lines, no header.
  func rows(_ sql: String) async throws -> String {
    let ended = try await folder.benchdb("query", sql, "--format", "tsv")
    guard ended.status == 0 else { return ended.error }
    return ended.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// What is wrong with the warehouse; empty if nothing is: SQLite's own check, references, and sums.
  func faults() async throws -> String {
    let ended = try await folder.benchdb("check", "--format", "tsv")
    return ended.status == 0 ? "" : ended.output + ended.error
  }

  /// How many runs there are, and whether some task has two.
  func runs() async throws -> String {
    try await rows("SELECT count(*), count(*) - count(DISTINCT task_id) FROM current_runs")
  }
}
