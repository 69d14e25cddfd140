import Foundation
import TestSupport
import Testing

/// The program run at a terminal of its own, with a test that plays the person.
///
/// `script`, which every Debian has, makes the terminal: what goes into its input is typed there.
final class PseudoTerminal {
  private let process: Program
  private let typed = Pipe()
  private let shown = Pipe()
  /// All that was shown and not yet expected.
  private var pending = ""

  /// Runs a command of the shell, in which `$BENCHDB` is the program.
  init(_ command: String, in folder: URL) throws {
    let environment = [
      "BENCHDB": Self.program.path, "TERM": "xterm", "NO_COLOR": "1", "SHELL": "/bin/sh",
      "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path, "HOME": folder.path,
    ]
    process = try Program(
      "/usr/bin/script", ["-qec", command, "/dev/null"], folder: folder, environment: environment,
      input: typed.fileHandleForReading, output: shown.fileHandleForWriting,
      error: shown.fileHandleForWriting)
    try shown.fileHandleForWriting.close()
  }

  /// The program, built beside the tests.
  private static let program: URL = {
    let folder = Bundle.main.bundleURL
    return folder.pathExtension == "xctest"
      ? folder.deletingLastPathComponent().appending(path: "benchdb")
      : folder.appending(path: "benchdb")
  }()

  func type(_ text: String) {
    typed.fileHandleForWriting.write(Data(text.utf8))
  }

  /// Waits until `text` is shown, and forgets what was shown up to its end.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    while true {
      if let range = pending.range(of: text) {
        pending.removeSubrange(..<range.upperBound)
        return
      }
      guard let more = next() else {
        Issue.record("\"\(text)\" was not shown, but: \(pending)", sourceLocation: sourceLocation)
        return
      }
      pending += more
    }
  }

  /// What is shown next; nil at the end, or when nothing comes for half a minute.
  private func next() -> String? {
    let handle = shown.fileHandleForReading
    var wanted = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 30_000) == 1 else { return nil }
    let data = handle.availableData
    return data.isEmpty ? nil : String(decoding: data, as: UTF8.self)
  }

  /// The status that the command ended with.
  func end() -> Int32 {
    process.end()
  }
}
