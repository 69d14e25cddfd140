import Benchmark
import Tables
import Testing
import Warehouse

struct RunWriterTests {
  /// Writes `count` runs, each of a task of its own, made by arithmetic; odd seeds fail.
  private func write(
    _ count: Int, to lab: Lab, source: String, duplicates: DuplicatePolicy = .fail,
    scoring offset: Double = 0
  ) throws -> RunWriter.Counts {
    try lab.store.bulkWrite { bulk in
      var writer = try bulk.runs(
        of: RunSource(name: source, kind: "test"), duplicates: duplicates)
      let budget = try writer.names.budget(.unspecified)
      let auc = try #require(writer.metrics.metric("auc")).metric.id
      var row = RunRow()
      for number in 0..<count {
        row.framework = try writer.names.framework(Framework(name: "f\(number % 3)"))
        row.dataset = try writer.names.dataset(Dataset(name: "d\(number / 3 % 5)"))
        row.budget = budget
        row.seed = number / 15
        row.log = row.keep("log \(number)")
        if row.seed % 2 == 0 {
          row.score(auc, Double(number) / Double(count) + offset)
        } else {
          row.ending = .failed(.memory)
          row.message = row.keep("out of memory")
        }
        try writer.add(&row)
      }
      return try writer.finish()
    }
  }

  // One row, one below, at and above what one statement takes, and more than are kept waiting.
  @Test(arguments: [0, 1, 63, 64, 65, 511, 512, 513, 2000])
  func `any number of runs goes in and comes out`(count: Int) throws {
    let lab = try Lab()
    let counts = try write(count, to: lab, source: "s")
    #expect(counts.new == count && counts.tasks == count)
    #expect(try lab.count("runs") == count)
    #expect(try lab.count("logs") == count)
    #expect(try lab.count("scores") == count - counts.failed)
    #expect(
      try lab.rows("SELECT DISTINCT status FROM failures JOIN runs ON runs.id = run_id")
        == (counts.failed > 0 ? [["killed"]] : []))
    #expect(try lab.store.faults().rows.isEmpty)
    #expect(try write(count, to: lab, source: "s").unchanged == count)
    #expect(try lab.count("logs") == count)
  }

  @Test func `two sources share tasks, not runs`() throws {
    let lab = try Lab()
    _ = try write(700, to: lab, source: "a")
    let second = try write(700, to: lab, source: "b")
    #expect(second.new == 700 && second.tasks == 0)
    #expect(try lab.rows("SELECT sum(finished), count(*) FROM cells GROUP BY source_id").count == 2)
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `a replaced run has its cell reckoned anew`() throws {
    let lab = try Lab()
    let first = try write(700, to: lab, source: "a")
    let counts = try write(700, to: lab, source: "a", duplicates: .replace, scoring: 1)
    #expect(counts.replaced == 700 - first.failed)
    #expect(try lab.rows("SELECT min(least) >= 1 FROM cell_scores") == [[1]])
    #expect(try lab.store.faults().rows.isEmpty)
  }

  @Test func `what its caller throws undoes everything`() throws {
    struct Enough: Error {}
    let lab = try Lab()
    #expect(throws: Enough.self) {
      try lab.store.bulkWrite { bulk in
        _ = try bulk.runs(of: RunSource(name: "s", kind: "test"))
        throw Enough()
      }
    }
    #expect(try lab.count("sources") == 1)
    #expect(try lab.store.faults().rows.isEmpty)
  }
}
