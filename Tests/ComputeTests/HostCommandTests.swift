import Testing

@testable import Compute

struct HostCommandTests {
  @Test func `a line is two words and one quoted, for any shell`() {
    for command in HostCommand.all {
      let parts = command.line.split(separator: "'", omittingEmptySubsequences: false)
      #expect(parts.count == 3, "\(command.line)")
      #expect(parts.first == "exec /bin/sh -c " && parts.last == "")
      #expect(!command.line.contains("\n") && !command.line.contains("!"))
    }
  }
}
