extension Session {
  /// Asks before what cannot be undone.
  ///
  /// - Throws: `Failure.refused` for any answer but yes, and where there is nobody to ask.
  func confirm(_ deed: String, yes: Bool) throws {
    if yes { return }
    guard environment.terminalInput else {
      throw Failure.refused("this would \(deed). Say --yes to mean it.")
    }
    show("This will \(deed). Go on? [y/N] ")
    let answer = readLine()?.lowercased() ?? ""
    guard answer == "y" || answer == "yes" else {
      throw Failure.refused("not confirmed; nothing was changed.")
    }
  }
}
