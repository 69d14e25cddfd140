import Tables
import Testing
import Warehouse

/// Runs whose metrics come a row at a time.
struct PartialRunTests {
  private static let header = "framework,dataset,metric,value\n"
  private static let scores =
    "SELECT m.name, s.value FROM scores AS s JOIN metrics AS m ON m.id = s.metric_id ORDER BY 1"

  @Test func `every row is counted once`() throws {
    let lab = try Lab()
    let text =
      Self.header + "a,d,acc,0.9\na,d,auc,0.8\na,d,acc,0.9\na,d,f1,\nb,d,acc,\nb,d,auc,0.7\n"
    let counts = try lab.importing(ImportFile("long.csv", text)).runs
    #expect(counts.new == 2 && counts.completed == 2 && counts.unchanged == 2)
    #expect(counts.rows == 6)
    #expect(try lab.rows("SELECT DISTINCT metric_id FROM runs") == [[nil]])
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `replacing one metric keeps the others`() throws {
    let lab = try Lab()
    try lab.importing(ImportFile("s.csv", Self.header + "a,d,acc,0.9\na,d,auc,0.8\n"))
    let other = { ImportFile("s.csv", Self.header + "a,d,acc,0.95\n") }
    #expect(throws: StoreError.self) { try lab.importing(other()) }
    #expect(try lab.importing(other()) { $0.duplicates = .keep }.runs.kept == 1)
    #expect(try lab.rows(Self.scores) == [["acc", 0.9], ["auc", 0.8]])
    let counts = try lab.importing(other()) { $0.duplicates = .replace }.runs
    #expect(counts.replaced == 1 && counts.rows == 1)
    #expect(try lab.rows(Self.scores) == [["acc", 0.95], ["auc", 0.8]])
    #expect(try lab.rows("SELECT total FROM cell_scores ORDER BY 1") == [[0.8], [0.95]])
    #expect(try lab.store.faults().rows.isEmpty)
  }
}
