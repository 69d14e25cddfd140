internal import Tables
internal import Warehouse

extension ShellCommand {
  static let show = ShellCommand(
    "show", help: "Show what is set.", details: "Each line but the first is also a command.",
    example: ".show"
  ) { repl, _ in
    for (name, value) in repl.state {
      try repl.world.write(padded(name, to: 11) + value + "\n")
    }
  }
}

extension REPL {
  /// What is set, by the command that sets it.
  fileprivate var state: [(name: String, value: String)] {
    func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
    return [
      ("warehouse", escapingControls(in: store.path, keeping: [])),
      ("write", word(store.access == .readWrite)),
      ("mode", settings.mode),
      ("x", settings.records.rawValue),
      ("rows", settings.rows.description),
      ("limit", settings.limit.map(grouped) ?? "off"),
      ("digits", settings.digits.map(String.init) ?? "full"),
      ("null", settings.nullText ?? "auto"),
      ("timer", word(settings.timer)),
      ("pager", settings.pager.rawValue),
      ("plan", word(settings.plan)),
      ("output", receiver?.name ?? "here"),
      (
        "param",
        parameters.isEmpty
          ? "none"
          : parameters.keys.sorted().map { escapingControls(in: $0) }.joined(separator: " ")
      ),
    ]
  }
}
