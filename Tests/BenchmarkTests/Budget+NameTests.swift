import Benchmark
import Testing

struct BudgetNameTests {
  @Test(arguments: [
    ("8c1h", 8, 3600), ("1h8c", 8, 3600), ("1h8c_gp3", 8, 3600), ("10m4c", 4, 600),
    ("16c24h", 16, 86_400),
  ])
  func `a name tells its cores and its time`(name: String, cores: Int, seconds: Int) {
    #expect(
      Budget(parsing: name)
        == Budget(name: name, cores: cores, softLimit: .seconds(seconds)))
  }

  @Test func `a budget of limits is named for them, and its name tells them`() {
    let budget = Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600)
    #expect(budget.name == "2c/3500MB/10800s/12600s")
    #expect(Budget(parsing: budget.name) == budget)
    #expect(Budget(parsing: "2c/3500MB/10800s").cores == nil)
    #expect(Budget(parsing: "2c/03500MB/10800s/12600s").cores == nil)
  }

  @Test func `a budget of more memory is named for it`() {
    let budget = Budget(cores: 1, memoryMB: 2001, softSeconds: 30, hardSeconds: 120)
    #expect(budget.withMemory(times: 1.5)?.name == "1c/3002MB/30s/120s")
    #expect(Budget(parsing: "8c1h").withMemory(times: 2) == nil)
    #expect(budget.withMemory(times: 1e300) == nil)
  }

  @Test(arguments: ["test", "", "8c", "1h", "8c1", "c1h8", "12345678c1h", "8c1d"])
  func `any other name tells nothing`(name: String) {
    #expect(Budget(parsing: name) == Budget(name: name))
  }

  @Test func `a budget is found within a file's name`() {
    #expect(Budget(namedIn: "results_small-8c1h_ref")?.name == "8c1h")
    #expect(Budget(namedIn: "results.1h8c.aws")?.cores == 8)
    #expect(Budget(namedIn: "compiled_results") == nil)
    #expect(Budget(namedIn: "8c1hours") == nil)
  }
}
