import Foundation
import TestSupport
import Testing

/// The program at a real terminal, tmux's, typed at key by key; after each step the screen must be the
/// one that a golden file shows.
///
/// The file holds a screen per step, each under a line `=== step`. A screen is waited for, not for a
/// time: what is drawn late is not missed, and what is right at once costs nothing.
final class ScreenSession {
  private let golden: String
  private let wanted: [Substring]
  private let showsColours: Bool
  private let folder: FreshFolder
  private let socket: URL
  private let server: Program
  private var screens: [String] = []

  /// Runs a command of the shell, in which `benchdb` is on the PATH.
  ///
  /// - Parameters:
  ///   - golden: the file of screens below `Tests/Golden`.
  ///   - size: columns and rows.
  ///   - showsColours: whether the file keeps the colours, as SGR sequences with `␛` for Escape.
  init(
    _ golden: String, _ command: String, size: (columns: Int, rows: Int), in folder: FreshFolder,
    environment: [String: String] = [:], showsColours: Bool = false
  ) throws {
    self.golden = golden
    self.showsColours = showsColours
    self.folder = folder
    wanted = Self.screens(of: goldenText(golden) ?? "")
    socket = folder.url.appending(path: "tmux")
    try folder.write(
      """
      set -g status off
      set -g remain-on-exit on
      set -g remain-on-exit-format ""
      set -g default-terminal tmux-256color
      set -sg escape-time 0

      """, to: "tmux.conf")
    let variables = [
      "PATH": FreshFolder.path, "HOME": folder.url.path, "SHELL": "/bin/sh", "LC_ALL": "C.UTF-8",
      "PS1": "$ ",
    ].merging(environment) { $1 }
    let exports = variables.sorted { $0.key < $1.key }.map { "export \($0)='\($1)'\n" }
    try folder.write(exports.joined() + "exec \(command)\n", to: "session.sh")
    // Not as a daemon, so that it is ours to end.
    server = try Self.program(
      ["-S", socket.path, "-D", "-f", folder.url.appending(path: "tmux.conf").path],
      in: folder.url)
    try start(
      ["new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)"]
        + ["-c", folder.url.path, "sh", "session.sh"])
  }

  /// Does what needs a server, as soon as there is one.
  private func start(_ arguments: [String]) throws {
    while server.isRunning {
      if (try? tmux(arguments)) != nil { return }
    }
    throw Refused(arguments: arguments, reason: "no server")
  }

  /// Types `text`, presses `keys` (tmux's names: `Enter`, `Tab`, `C-r`, `M-b`, `Up`) and looks.
  func step(_ title: String, type text: String = "", press keys: String...) throws {
    // A ; at the end of a word would end the command of tmux.
    let word = text.hasSuffix(";") ? text.dropLast() + "\\;" : text
    if !word.isEmpty { try tmux(["send-keys", "-l", "--", word]) }
    if !keys.isEmpty { try tmux(["send-keys"] + keys) }
    try look(title)
  }

  /// Pastes `text` as a terminal does, bracketed.
  func paste(_ title: String, _ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p"])
    try look(title)
  }

  func resize(_ title: String, columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    try look(title)
  }

  /// Compares what all steps showed with the golden file.
  func finish() {
    expectGolden(screens.joined(), golden)
  }

  // MARK: Looking

  private func look(_ title: String) throws {
    // Behind a screen that was another nothing can be waited for, and the golden file tells the rest.
    let isAsExpected = wanted.prefix(screens.count).elementsEqual(screens.map { $0[...] })
    let expected =
      isAsExpected && wanted.indices.contains(screens.count) ? String(wanted[screens.count]) : nil
    var screen = try screen(title)
    // Half a minute for a machine that does other things too; without a golden screen to wait for,
    // until nothing changes any more.
    let end = ContinuousClock.now + .seconds(expected == nil ? 5 : 30)
    var unchanged = 0
    while screen != expected, unchanged < (expected == nil ? 60 : .max), ContinuousClock.now < end {
      let next = try self.screen(title)
      unchanged = next == screen ? unchanged + 1 : 0
      screen = next
    }
    screens.append(screen)
  }

  private func screen(_ title: String) throws -> String {
    let shown = try capture(["capture-pane", "-p"] + (showsColours ? ["-e"] : []))
      .replacing("\u{1B}", with: "␛")
      .replacing(/\d+(\.\d+)? m?s\b/, with: "0 ms")
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/\s+$/, with: "") }
    let filled = lines.lastIndex { !$0.isEmpty }.map { lines[...$0] } ?? []
    return "=== \(title)\n" + filled.joined(separator: "\n") + "\n"
  }

  private static func screens(of text: String) -> [Substring] {
    var screens: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let next = rest.dropFirst().firstRange(of: "\n=== ").map { rest.index(after: $0.lowerBound) }
      screens.append(rest[..<(next ?? rest.endIndex)])
      rest = rest[(next ?? rest.endIndex)...]
    }
    return screens
  }

  // MARK: tmux

  private func tmux(_ arguments: [String]) throws {
    try tmux(arguments, into: .nullDevice)
  }

  private func capture(_ arguments: [String]) throws -> String {
    let output = Pipe()
    try tmux(arguments, into: output.fileHandleForWriting)
    try output.fileHandleForWriting.close()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  private func tmux(_ arguments: [String], into output: FileHandle) throws {
    let errors = Pipe()
    let program = try Self.program(
      ["-S", socket.path, "-N"] + arguments, in: folder.url, output: output,
      error: errors.fileHandleForWriting)
    try errors.fileHandleForWriting.close()
    let reason = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    if program.end() != 0 { throw Refused(arguments: arguments, reason: reason) }
  }

  private static func program(
    _ arguments: [String], in folder: URL, output: FileHandle = .nullDevice,
    error: FileHandle = .nullDevice
  ) throws -> Program {
    try Program(
      "/usr/bin/tmux", ["-u"] + arguments, folder: folder,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"],
      output: output, error: error)
  }

  private struct Refused: Error {
    var arguments: [String]
    var reason: String
  }
}
