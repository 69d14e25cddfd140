import Benchmark
import Testing

@Suite struct PlanTests {
  static let studies = [
    Study(
      openMLID: 130, name: "130", type: .regression,
      datasets: [Dataset(openMLID: 8, name: "liver")]),
    Study(
      openMLID: 135, name: "135", type: .classification,
      datasets: [Dataset(openMLID: 31, name: "credit-g"), Dataset(openMLID: 3, name: "kr-vs-kp")]),
  ]

  @Test func `the ten seeds are the original's`() {
    #expect(Plan.seeds == [75, 85, 577, 487, 270, 11, 511, 206, 968, 741])
  }

  @Test func `ids are places in frameworks x datasets x seeds, classification first`() {
    let tasks = Plan(frameworks: Plan.originalFrameworks, studies: Self.studies)
    #expect(tasks.count == 4 * 3 * 10)
    #expect(tasks[0] == task("auto-sklearn", 31, "credit-g", .classification, seed: 75))
    #expect(tasks[19] == task("auto-sklearn", 3, "kr-vs-kp", .classification, seed: 741))
    #expect(tasks[20] == task("auto-sklearn", 8, "liver", .regression, seed: 75))
    #expect(tasks[30] == task("tpot", 31, "credit-g", .classification, seed: 75))
    #expect(tasks[119] == task("auto_ml", 8, "liver", .regression, seed: 741))
  }

  @Test func `a plan takes any frameworks, seeds and budget`() {
    let budget = Budget(name: "1h8c", cores: 8)
    let plan = Plan(
      frameworks: [Framework(name: "constant", version: "1.9.1")], studies: [Self.studies[0]],
      seeds: [1, 2], budget: budget)
    #expect(plan.map(\.seed) == [1, 2])
    #expect(plan.allSatisfy { $0.budget == budget && $0.fold == 0 })
  }

  @Test func `nothing planned is no tasks`() {
    #expect(Plan(frameworks: [], studies: Self.studies).isEmpty)
    #expect(Plan(frameworks: Plan.originalFrameworks, studies: []).isEmpty)
  }

  private func task(
    _ framework: String, _ id: Int, _ name: String, _ type: ProblemType, seed: Int
  ) -> BenchmarkTask {
    BenchmarkTask(
      framework: Framework(name: framework), dataset: Dataset(openMLID: id, name: name),
      type: type, seed: seed)
  }
}
