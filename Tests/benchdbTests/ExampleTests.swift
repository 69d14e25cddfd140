import Foundation
import TestSupport
import Testing

@Suite struct ExampleTests {
  /// A folder with the sample, and with stand-ins for the programs that examples start.
  private func folder() async throws -> FreshFolder {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    for program in ["xdg-open", "xclip"] {
      try folder.write("#!/bin/sh\ncat > /dev/null\n", to: "bin/\(program)")
    }
    try folder.write("SELECT 1 AS one;\n", to: "queries.sql")
    _ = try await folder.shell("chmod +x bin/*")
    return folder
  }

  @Test func `the example of every command runs on the sample`() async throws {
    let folder = try await folder()
    let overview = try await folder.benchdb("repl", "-c", ".help").output
    let names = overview.matches(of: /(?m)^  \.([a-z]+)/).map { String($0.1) }
    #expect(names.count > 25)
    for name in names {
      let help = try await folder.benchdb("repl", "-c", ".help \(name)").output
      guard let example = help.firstMatch(of: /\nExample: ([.\\].*)\n/) else { continue }
      try folder.write("SELECT * FROM results;\n\(example.1)\nSELECT 1 AS one;\n", to: "script")
      let ended = try await folder.shell(
        "PATH=$PWD/bin:$PATH DISPLAY=:0 EDITOR=true benchdb repl < script")
      #expect(ended.status == 0, "\(example.1): \(ended.error)")
    }
  }
}
