import Benchmark
import Tables
import Testing

@testable import Compute

@Suite struct TrialTests {
  private func trial(_ head: String) throws -> Trial {
    let file = Adapter.File(name: "adapter.py", text: head)
    return Trial(
      of: try #require(Adapter(name: "mine", origin: .builtIn, files: [file])),
      in: "/no/such/folder")
  }

  @Test func `each framework of an adapter has a task of each type that it solves`() throws {
    let tasks = try trial("# models: a b\n# types: regression\n").tasks(version: "3")
    #expect(tasks.map(\.framework) == ["a", "b"].map { Framework(name: $0, version: "3") })
    #expect(tasks.allSatisfy { $0.type == .regression })
    #expect(try trial("").tasks(version: "").map(\.type) == [.classification, .regression])
  }

  @Test func `time is ten seconds, or the least that the adapter works with`() throws {
    #expect(try trial("").budget.softLimit == .seconds(10))
    #expect(try trial("# least-seconds: 120\n").budget.softLimit == .seconds(120))
    #expect(try trial("# least-seconds: 120\n").budget.hardLimit == .seconds(300))
  }

  @Test func `the data is mixed, has gaps, and is the same each time`() throws {
    let table = Trial.table(.classification)
    #expect(table == Trial.table(.classification))
    #expect(Set(table.rows.compactMap { $0[3].string }).count == 3)
    for column in [0, 2] { #expect(table.rows.contains { $0[column].isNull }) }
    #expect(Trial.table(.regression).rows.allSatisfy { $0[3].number != nil })
  }
}
