import Compute
import Foundation
import Shell
import Tables

extension Session {
  /// Where results of the prompt may go but the screen.
  var outlets: Outlets {
    let folder = PrivateFolder()
    var outlets = Outlets()
    outlets.file = { try receiver(file: $0, replacing: $1, growing: $2) }
    outlets.pipe = { receiver(command: $0) }
    outlets.shell = { exitStatus(system($0)) }
    outlets.editor = { _ = try editor.edit($0, ending: $1) }
    outlets.clipboard = clipboard
    outlets.viewer = { text, ending in
      try view(
        try folder.file(text, ending: ending), hint: " .once FILE keeps the result.")
    }
    outlets.opener = { path in
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(.noInput, "there is no file \(path).")
      }
      return try view(path)
    }
    return outlets
  }

  private func receiver(file path: String, replacing: Bool, growing: Bool) throws -> Receiver {
    let draft = try File.Draft(path, replacing: replacing, growing: growing)
    return Receiver(path, format: .forFile(path)) {
      try draft.sink.write($0)
    } end: { isWhole in
      if isWhole { try draft.keep() } else { draft.discard() }
      return nil
    }
  }

  /// A command of the person's shell. It starts when it has something to read: until then the terminal
  /// is the prompt's, whose modes a pager would take for those to go back to.
  private func receiver(command: String) -> Receiver {
    var started: FedProgram?
    return Receiver("|" + command) {
      let shell =
        try started
        ?? FedProgram(
          "/bin/sh", ["-c", command], environment: environment.variables, isQuiet: false)
      started = shell
      guard shell.feed($0) else { throw Receiver.Enough() }
    } end: { _ in
      if let status = started?.end(), status != 0 {
        warn("\"\(command)\" ended with status \(status)")
      }
      return nil
    }
  }

  // MARK: The desktop

  /// Programs that keep a clipboard, each with the variable without which it has no desktop.
  private static let clipboards: [(variable: String?, words: [String])] = [
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    (nil, ["pbcopy"]),
    (nil, ["clip.exe"]),
  ]

  private func clipboard(_ text: String) -> String? {
    for (variable, words) in Self.clipboards {
      if let variable, environment[variable] == nil { continue }
      if feed(text, to: words) == 0 { return words[0] }
    }
    return nil
  }

  /// Opens a file as the desktop does; one that is still at it after a while counts as well begun.
  func view(_ path: String, hint: String = "") throws -> String? {
    for opener in ["xdg-open", "open", "wslview"] where environment.path(of: opener) != nil {
      guard let status = feed("", to: [opener, path]), status != 0 else { return opener }
      let ending = URL(filePath: path).pathExtension
      throw Failure(
        .no, "\(opener) opens no .\(ending) here (status \(status)).\(hint)")
    }
    return nil
  }

  /// Feeds a program of the desktop; returns its exit status, 127 without such a program, nil while it
  /// goes on.
  private func feed(_ text: String, to words: [String]) -> Int32? {
    guard let path = environment.path(of: words[0]),
      let program = try? FedProgram(
        path, Array(words.dropFirst()), environment: environment.variables, isQuiet: true)
    else { return 127 }
    _ = program.feed(text)
    return program.end(within: .seconds(2))
  }
}

/// The exit status in what `system` gives, as a shell tells it.
private func exitStatus(_ status: Int32) -> Int32 {
  let signal = status & 0x7F
  return status < 0 ? 127 : signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

/// A folder for files that other programs are to read, closed to other people; it is made when it is
/// first needed and goes when nobody holds it.
private final class PrivateFolder {
  private let url = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
  private var count = 0

  /// A new file of `text`; returns its path.
  func file(_ text: String, ending: String) throws -> String {
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    count += 1
    let path = url.appending(path: "result-\(count).\(ending)").path
    try File.write(path, replacing: false) { write in try write(text) }
    return path
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
