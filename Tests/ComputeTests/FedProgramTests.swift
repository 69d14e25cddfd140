import Foundation
import Testing

@testable import Compute

@Suite struct FedProgramTests {
  private func shell(_ command: String, isQuiet: Bool = true) throws -> FedProgram {
    try FedProgram(
      "/bin/sh", ["-c", command], environment: ["PATH": "/usr/bin:/bin"], isQuiet: isQuiet)
  }

  @Test func `it reads what it is fed, to the end`() throws {
    let file = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let program = try shell("cat > \(file.path)")
    let text = String(repeating: "0123456789", count: 50_000)
    #expect(program.feed(text) && program.feed("end"))
    #expect(program.end() == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == text + "end")
  }

  @Test func `one that has seen enough says so and does not end us`() throws {
    let program = try shell("head -c 1 > /dev/null")
    #expect(!program.feed(String(repeating: "x", count: 1 << 20)))
    #expect(program.end() == 0)
  }

  @Test func `its status is told, a signal as a shell does`() throws {
    #expect(try shell("exit 3").end() == 3)
    #expect(try shell("kill -9 $$").end() == 137)
  }

  @Test func `one that goes on is left to it`() throws {
    let pipe = URL.temporaryDirectory.appending(path: "benchdb-\(UUID().uuidString)").path
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    // Both ends, so that neither side waits for the other to come.
    let held = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(held) }
    let program = try shell("read line < \(pipe)")
    #expect(program.end(within: .milliseconds(1)) == nil)
    #expect(write(held, "go\n", 3) == 3)
  }

  @Test func `what does not exist cannot start`() {
    #expect(throws: ComputeError.self) {
      try FedProgram("/nowhere/none", [], environment: [:], isQuiet: true)
    }
  }
}
