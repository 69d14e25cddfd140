import TestSupport
import Testing

struct InitTests {
  @Test func `a new warehouse is one file`() async throws {
    let folder = try FreshFolder()
    let ended = try await folder.benchdb("init")
    #expect(ended.status == 0)
    #expect(ended.output.isEmpty)
    #expect(ended.error == "started ./bench.db\n")
    #expect(folder.names == ["bench.db"])
  }

  @Test func `a folder is made for it`() async throws {
    let folder = try FreshFolder()
    #expect(try await folder.benchdb("init", "lab/one").status == 0)
    #expect(folder.names == ["lab"])
    #expect(try await folder.benchdb("check", "--db", "lab/one/bench.db").status == 0)
  }

  @Test func `a warehouse that is there is left as it is`() async throws {
    let ended = try await FreshFolder.withWarehouse().benchdb("init")
    #expect(ended.status == 73)
    #expect(ended.error == "error: ./bench.db exists already and was left as it is.\n")
  }

  @Test func `a configuration is copied once it is read`() async throws {
    let folder = try FreshFolder()
    try folder.write(#"{"cores": 4}"#, to: "lab.config")
    try folder.write(#"{"cores": "four"}"#, to: "broken.config")
    #expect(try await folder.benchdb("init", "--from", "broken.config").status == 78)
    #expect(try await folder.benchdb("init", "--from", "lab.config").status == 0)
    #expect(folder.text("batch.config") == #"{"cores": 4}"#)
  }
}
