extension ShellCommand {
  static let pager = ShellCommand(
    "pager", "[auto|on|off|COMMAND]", takes: 0...1, isVerbatim: true,
    help: "Choose what shows texts longer than the screen.",
    details: """
      auto pages what was asked for whole, as by .last, .schema and records; on pages query results too;
      off pages nothing. The command is that given here, $BENCHDB_PAGER, $PAGER or less. Leaving the
      pager ends the query, and so does Ctrl-C in it.
      """, example: ".pager less -R", words: [.choice(["auto", "on", "off"])]
  ) { repl, words in
    if let mode = words.first.flatMap(Settings.Pager.init) {
      repl.settings.pager = mode
    } else if let command = words.first {
      repl.settings.pagerCommand = command
      if repl.settings.pager == .off { repl.settings.pager = .auto }
    } else {
      let command = repl.settings.pagerCommand ?? repl.world.pager ?? "none is installed"
      try repl.tell("pager", "\(repl.settings.pager.rawValue), \(command)")
    }
  }
}
