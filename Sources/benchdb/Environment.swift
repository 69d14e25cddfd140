import Foundation

/// What the program was started from: its variables, its folder, its three streams.
///
/// Read once, at the top; nothing below `benchdb` asks the environment.
struct Environment: Sendable {
  let variables: [String: String]
  /// Whether standard input, output and error are a terminal.
  let terminalInput: Bool
  let terminalOutput: Bool
  let terminalError: Bool

  static let process = Environment(
    variables: ProcessInfo.processInfo.environment,
    terminalInput: isatty(STDIN_FILENO) == 1,
    terminalOutput: isatty(STDOUT_FILENO) == 1,
    terminalError: isatty(STDERR_FILENO) == 1)

  /// A variable's value, nil when it is unset or empty.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether to colour what a terminal shows, as https://no-color.org and CLICOLOR_FORCE say.
  func colours(onTerminal: Bool) -> Bool {
    if self["NO_COLOR"] != nil { return false }
    if let force = self["CLICOLOR_FORCE"], force != "0" { return true }
    return onTerminal && self["TERM"] != "dumb"
  }

  /// Whether a terminal shows more than ASCII: not where the locale names a character set that is not
  /// UTF-8, as `C` does. Without any locale, as in most containers, it is taken for one of today's.
  var unicode: Bool {
    guard let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The command that shows long texts a screen at a time: `BENCHDB_PAGER`, `PAGER`, or `less` where it
  /// is installed; nil for none, as when one of them is empty or `cat`.
  var pager: String? {
    guard let chosen = variables["BENCHDB_PAGER"] ?? variables["PAGER"] else {
      return path(of: "less") == nil ? nil : "less"
    }
    return ["", "cat"].contains(chosen) ? nil : chosen
  }

  /// Where a program is that is found as a shell finds it; nil where it is not.
  func path(of program: String) -> String? {
    if program.contains("/") { return URL(filePath: program).path }
    return (self["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// Where programs of this user keep data, settings, state and what can be had again, by the XDG base
  /// directory specification.
  var dataFolder: String { folder("XDG_DATA_HOME", below: ".local/share") }
  var configurationFolder: String { folder("XDG_CONFIG_HOME", below: ".config") }
  var stateFolder: String { folder("XDG_STATE_HOME", below: ".local/state") }
  var cacheFolder: String { folder("XDG_CACHE_HOME", below: ".cache") }

  private func folder(_ variable: String, below: String) -> String {
    let base = self[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? "\(self["HOME"] ?? ".")/\(below)") + "/benchdb"
  }
}

extension Environment {
  /// How many cells a line of the terminal has; 80 where it does not say.
  var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return namedColumns ?? 80
    }
    return Int(size.ws_col)
  }

  /// What `COLUMNS` says; nil where no line can be so wide.
  var namedColumns: Int? {
    self["COLUMNS"].flatMap { Int($0) }.flatMap { 1...10_000 ~= $0 ? $0 : nil }
  }
}
