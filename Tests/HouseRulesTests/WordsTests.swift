import TestSupport
import Testing

/// Words that do not belong in the sources, or not without a reason beside them.
struct WordsTests {
  /// The two words that promise work instead of doing it, put together so as not to be found here.
  private static let promises = ["TO" + "DO", "FIX" + "ME"]

  @Test func `nothing is left to do later`() {
    let faults = (Source.program + Source.tests).flatMap { source in
      source.places { line in Self.promises.contains { line.contains($0) } }
    }
    #expect(faults.isEmpty, "\(listed(faults))")
  }

  @Test func `what the compiler is told to trust is proved in a comment`() {
    let trusted = ["@unchecked " + "Sendable", "nonisolated" + "(unsafe)", "@preconcurrency" + " "]
    let faults = Source.swift.flatMap { source in
      zip([""] + source.lines, source.lines).filter { before, line in
        trusted.contains { line.contains($0) }
          && !line.contains("//") && !before.contains("//")
      }.map { "\(source.path): \($1)" }
    }
    #expect(faults.isEmpty, "say above it why it is safe:\(listed(faults))")
  }

  @Test func `the program promises no stable declarations`() {
    let faults = Source.program.flatMap { source in
      source.places { $0.firstMatch(of: #/^ *(public|open) /#) != nil || $0.contains("try" + "! ") }
    }
    #expect(faults.isEmpty, "shared is package, errors are handled:\(listed(faults))")
  }

  @Test func `a name says the thing, not its job`() {
    let jobs = ["Utils", "Utilities", "Helper", "Helpers", "Manager", "Service", "Factory"]
    let faults = (Source.program + Source.tests).filter { source in
      ["Common", "Core"].contains(source.name) || jobs.contains(where: source.name.hasSuffix)
    }
    #expect(faults.isEmpty, "\(listed(faults.map(\.path)))")
  }
}
