import TestSupport
import Testing

/// What `benchdb status` says of missing tasks.
struct StatusTests {
  @Test func `what nobody planned is missing, and in no list`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("framework,dataset,f1\na,d,1\na,e,1\na,f,1\nb,d,1\nb,e,\n", to: "runs.csv")
    #expect(try await folder.benchdb("import", "runs.csv").status == 0)
    let ended = try await folder.benchdb("status", "--exit-code")
    #expect(ended.status == 1)
    #expect(
      ended.error == """
        2 tasks are missing; "benchdb query missing" lists the 1 that were planned or tried

        """)
  }
}
