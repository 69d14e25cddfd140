import Testing

/// Each way to the outside has one keeper.
struct DoorTests {
  @Test(arguments: [
    ("connections", ["DatabaseQueue(", "DatabasePool(", "sqlite3_open"]),
    ("processes", ["fork(", "posix_spawn", "Process("]),
    ("terminal modes", ["tcsetattr("]),
  ])
  func `one file opens`(door: String, words: [String]) {
    let keepers = Source.program.filter { $0.mentions(words) }.map(\.path)
    #expect(keepers.count <= 1, "\(door) are opened in \(keepers.count) files:\(listed(keepers))")
  }

  @Test func `only benchdb asks the environment`() {
    let faults = Source.program.filter { $0.target != "benchdb" }.flatMap { source in
      source.places { $0.contains("getenv(") || $0.contains("ProcessInfo") }
    }
    #expect(faults.isEmpty, "pass it in as a value:\(listed(faults))")
  }
}
