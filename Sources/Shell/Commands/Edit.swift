extension ShellCommand {
  static let edit = ShellCommand(
    "edit", "[NAME]", takes: 0...1, help: "Edit the last statement, or a stored query, in $EDITOR.",
    details: """
      \\e does the same. The last statement runs when the editor ends; a stored query is kept in the
      warehouse, a built-in one too, which it then hides. The same as queries edit NAME.
      """,
    example: ".edit", words: [.storedQuery]
  ) { repl, words in
    if let name = words.first { return try repl.runVerb(["queries", "edit", name]) }
    guard let edit = repl.world.edit else { throw ShellError.noEditor }
    let text = try edit(repl.lastStatement ?? "")
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    repl.history.add(text)
    try repl.world.write(text.hasSuffix("\n") ? text : text + "\n")
    let status = repl.perform(text)
    if status != 0 { throw VerbFailure(status: status) }
  }
}
