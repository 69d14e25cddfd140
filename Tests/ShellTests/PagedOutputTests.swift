import Foundation
import TestSupport
import Testing

@testable import Shell

/// One at a time: a pager changes what signals do to the process.
@Suite(.serialized) struct PagedOutputTests {
  /// What went to the screen, and what a pager that keeps it was given.
  private func paged(
    _ texts: [String], lines: Int = 4, showingSoFar: Bool = false
  ) throws -> (screen: String, pager: String?) {
    let folder = try FreshFolder()
    var screen = ""
    let output = PagedOutput(lines: lines, command: "cat > '\(folder.url.path)/kept'") {
      screen += $0
    }
    for text in texts {
      try output.write(text)
      if showingSoFar { try output.showSoFar() }
    }
    try output.finish()
    return (screen, folder.text("kept"))
  }

  @Test func `what fits the screen goes there`() throws {
    #expect(try paged([]) == ("", nil))
    #expect(try paged(["1\n2\n", "3\n"]) == ("1\n2\n3\n", nil))
  }

  @Test func `what does not goes to the pager whole`() throws {
    #expect(try paged(["1\n2\n", "3\n4\n", "5\n"]) == ("", "1\n2\n3\n4\n5\n"))
  }

  @Test func `what comes slowly is shown at once and not paged`() throws {
    #expect(try paged(["1\n", "2\n3\n4\n5\n"], showingSoFar: true) == ("1\n2\n3\n4\n5\n", nil))
  }

  @Test func `a pager that is left ends what writes to it`() throws {
    let output = PagedOutput(lines: 1, command: "true") { _ in }
    #expect(throws: Pager.Left.self) {
      for _ in 0..<1000 { try output.write(String(repeating: "line\n", count: 1000)) }
    }
    try output.finish()
  }

  @Test func `a pager that is not there is named`() throws {
    let output = PagedOutput(lines: 1, command: "no-such-pager 2> /dev/null") { _ in }
    try? output.write("1\n2\n")
    #expect(throws: ShellError.noPager("no-such-pager 2> /dev/null")) { try output.finish() }
  }
}
