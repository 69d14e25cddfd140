import TestSupport
import Testing

struct QueriesTests {
  @Test func `a query that was edited hides the built-in one until it is removed`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let edited = try await folder.benchdb(
      "queries", "edit", "status", environment: ["EDITOR": "sed -i 's/How far/How near/'"])
    #expect(edited.error == "saved status\n")
    let list = try await folder.benchdb("queries", "--format", "csv")
    #expect(list.output.contains("status,How near each source has come,\"\",,warehouse\n"))
    _ = try await folder.benchdb("queries", "rm", "status", "--yes")
    let after = try await folder.benchdb("queries", "--format", "csv")
    #expect(after.output.contains("status,How far each source has come,\"\",,built in\n"))
  }

  @Test func `an editor that changes nothing saves nothing`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let edited = try await folder.benchdb(
      "queries", "edit", "status", environment: ["EDITOR": "true"])
    #expect(edited.error == "status is as it was\n")
  }

  @Test func `nobody to ask means no removal`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    _ = try await folder.benchdb("queries", "save", "slow", "SELECT 1 AS one")
    let refused = try await folder.benchdb("queries", "rm", "slow")
    #expect(refused.status == 64)
    #expect(refused.error.hasPrefix("refused: "))
    #expect(try await folder.benchdb("query", "slow").output == "one\n1\n")
  }
}
