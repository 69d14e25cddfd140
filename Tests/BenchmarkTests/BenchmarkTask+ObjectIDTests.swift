import Benchmark
import Testing

struct BenchmarkTaskObjectIDTests {
  private static let task = BenchmarkTask(
    framework: Framework(name: "tpot", version: "0.12.2"),
    dataset: Dataset(openMLID: 31, name: "credit-g"), type: .classification, seed: 75,
    budget: Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600))

  // Computed by ten lines of Python from the definitions of FNV-1a and SplitMix64.
  @Test func `a number follows from the task and never changes`() {
    #expect(Self.task.objectID == 1_772_811_814_870_264)
  }

  @Test func `a dataset is its id, whatever it is called`() {
    var other = Self.task
    other.dataset.name = "31"
    #expect(other.objectID == Self.task.objectID)
  }

  @Test func `any other task has another number`() {
    let changes: [(inout BenchmarkTask) -> Void] = [
      { $0.framework.name = "tpot0" }, { $0.framework.version = "0.12.3" },
      { $0.dataset = Dataset(name: "credit-g") }, { $0.type = .regression }, { $0.seed = 76 },
      { $0.fold = 1 }, { $0.budget.name = "1h8c" },
      // The same letters on the other side of a border.
      { $0.framework = Framework(name: "tpot0", version: ".12.2") },
    ]
    let numbers = changes.map { change in
      var task = Self.task
      change(&task)
      return task.objectID
    }
    #expect(Set(numbers + [Self.task.objectID]).count == changes.count + 1)
  }

  @Test func `a hundred thousand tasks have as many numbers, all of them safe in JSON`() {
    var task = Self.task
    let numbers = (0..<100_000).map { seed in
      task.seed = seed
      return task.objectID
    }
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { (BenchmarkTask.leastObjectID..<(1 << 53)).contains($0) })
  }
}
