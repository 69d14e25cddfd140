import Benchmark
import Testing

@Suite struct BudgetTests {
  @Test func `a budget of limits is named for them`() {
    let budget = Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600)
    #expect(budget.name == "2c/3500MB/10800s/12600s")
    #expect(budget.softLimit == .seconds(10800) && budget.hardLimit == .seconds(12600))
  }
}
