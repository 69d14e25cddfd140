import Foundation
import TestSupport
import Testing
import Warehouse

@Suite struct LockHolderTests {
  @Test func `a lock that another process keeps is reported with its name`() throws {
    let lab = try Lab()
    let input = Pipe()
    let output = Pipe()
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1], isolation_level=None)
      c.execute("BEGIN IMMEDIATE"); c.execute("DELETE FROM rejects")
      print("locked", flush=True); sys.stdin.read()
      """
    let python = try Program(
      "/usr/bin/python3", ["-c", script, lab.store.path], folder: Repository.root,
      environment: [:], input: input.fileHandleForReading, output: output.fileHandleForWriting)
    _ = output.fileHandleForReading.availableData
    let error = #expect(throws: StoreError.self) {
      try lab.execute("PRAGMA busy_timeout = 1; DELETE FROM rejects")
    }
    guard case .busy(_, let holder) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(holder?.processID == python.processID)
    #expect(holder?.program.hasPrefix("python3") == true)
  }
}
