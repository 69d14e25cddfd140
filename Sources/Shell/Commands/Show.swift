internal import Tables
internal import Warehouse

extension ShellCommand {
  static let show = ShellCommand("show", help: "Show what is set.") { repl, _ in
    let settings = repl.settings
    let rows: [[Value]] = [
      ["warehouse", .text(repl.store.path)],
      ["write", repl.store.access == .readWrite ? "on" : "off"],
      ["mode", .text(settings.mode)],
      ["x", .text(settings.records.rawValue)],
      ["rows", .text(settings.maxRows.map(String.init) ?? "all")],
      ["digits", .text(settings.digits.map(String.init) ?? "full")],
      ["null", .text(settings.nullText ?? "as the format has it")],
      ["timer", settings.timer ? "on" : "off"],
      ["output", .text(repl.file?.path ?? "here")],
    ]
    for row in rows {
      try repl.world.write(padded(row[0].string ?? "", to: 11) + (row[1].string ?? "") + "\n")
    }
  }
}
