extension ShellCommand {
  static let edit = ShellCommand(
    "edit", help: "Edit the last statement in $EDITOR, then run it.", details: "\\e does the same."
  ) { repl, _ in
    guard let edit = repl.world.edit else { throw ShellError.noEditor }
    let text = try edit(repl.lastStatement ?? "")
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    repl.history.add(text)
    try repl.world.write(text.hasSuffix("\n") ? text : text + "\n")
    repl.perform(text)
  }
}
