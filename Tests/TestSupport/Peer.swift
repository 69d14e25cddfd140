import Foundation
import Synchronization

/// A server that a test speaks to: a Python script of `Tests/Peers` that runs as long as this lives.
///
///     let server = try Peer("http_server.py", "--tls")
///     server.url  // http://127.0.0.1:40123
///
/// The script listens on a free port, says so in a first line of JSON on its output,
/// `{"port": 40123}`, and ends when its input does, so that it cannot outlive the tests. What it makes
/// of lines on its input is its own affair; see `ask`.
package final class Peer: Sendable {
  package let port: Int
  private let line: Mutex<Line>

  /// Starts a script and waits until it listens.
  package init(_ script: String, _ arguments: String...) throws {
    let line = try Line(script: script, arguments: arguments)
    struct Announcement: Decodable { var port: Int }
    port = try JSONDecoder().decode(Announcement.self, from: line.read()).port
    self.line = Mutex(line)
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// Sends the script a line on its input; gives the line that it answers.
  package func ask(_ question: String) throws -> String {
    let answer = try line.withLock { line in
      try line.write(question)
      return try line.read()
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// A script that ended instead of answering; why stands on the error output of the tests.
  package struct Silence: Error {
    package var script: String
  }
}

/// The line to a running script; hanging up ends the script.
private final class Line {
  private let script: String
  private let process: Program
  private let input = Pipe()
  private let output = Pipe()
  private var heard = Data()

  init(script: String, arguments: [String]) throws {
    self.script = script
    process = try Program(
      "python3",
      [Repository.root.appending(path: "Tests/Peers/\(script)").path] + arguments,
      folder: Repository.root, environment: ProcessInfo.processInfo.environment,
      input: input.fileHandleForReading, output: output.fileHandleForWriting)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
  }

  func write(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((text + "\n").utf8))
  }

  /// The next line, without its end.
  func read() throws -> Data {
    while true {
      if let end = heard.firstIndex(of: UInt8(ascii: "\n")) {
        defer { heard = Data(heard[(end + 1)...]) }
        return heard[..<end]
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Peer.Silence(script: script) }
      heard += more
    }
  }
}
