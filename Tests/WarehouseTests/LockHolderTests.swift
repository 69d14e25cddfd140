import Foundation
import Testing
import Warehouse

@Suite struct LockHolderTests {
  @Test func `a lock that another process keeps is reported with its name`() throws {
    let lab = try Lab()
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    let input = Pipe()
    let output = Pipe()
    python.standardInput = input
    python.standardOutput = output
    python.arguments = [
      "-c",
      """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1], isolation_level=None)
      c.execute("BEGIN IMMEDIATE"); c.execute("DELETE FROM rejects")
      print("locked", flush=True); sys.stdin.read()
      """, lab.store.path,
    ]
    try python.run()
    defer {
      try? input.fileHandleForWriting.close()
      python.waitUntilExit()
    }
    _ = output.fileHandleForReading.availableData
    let error = #expect(throws: StoreError.self) {
      try lab.execute("PRAGMA busy_timeout = 1; DELETE FROM rejects")
    }
    guard case .busy(_, let holder) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(holder?.processID == python.processIdentifier)
    #expect(holder?.program.hasPrefix("python3") == true)
  }
}
