import Benchmark
import Tables
import Testing
import Warehouse

@Suite struct StoreTasksTests {
  @Test func `a task is found by what tells it apart`() throws {
    let lab = try filled()
    #expect(try lab.find(reference()) == [1])
    #expect(try lab.find(reference(seed: 85)) == [2])
    #expect(try lab.find(reference(fold: 3)) == [3])
    #expect(try lab.find(reference(type: .regression)) == [4])
  }

  @Test func `any version and any budget match, unless the list names one`() throws {
    let lab = try filled()
    #expect(try lab.find(reference("h2o")) == [5, 6, 7])
    #expect(try lab.find(reference("h2o", version: "2")) == [6, 7])
    #expect(try lab.find(reference("h2o", budget: Budget(name: "1h"))) == [5, 6])
    #expect(try lab.find(reference("h2o", version: "2", budget: Budget(name: "4h"))) == [7])
  }

  @Test func `a dataset is found by its id, or by its name`() throws {
    let lab = try filled()
    #expect(try lab.find(reference(dataset: Dataset(name: "credit-g"))) == [1])
    #expect(try lab.find(reference(dataset: Dataset(openMLID: 31, name: "other"))) == [1])
    #expect(try lab.find(reference(dataset: Dataset(name: "tips"))) == [8])
    // Data of one's own may be called by a number.
    #expect(try lab.find(reference(dataset: Dataset(openMLID: 2024, name: "2024"))) == [9])
  }

  @Test func `what is not there is handed back in its order`() throws {
    let lab = try filled()
    let strangers = [
      reference("tpo"), reference(seed: 1), reference("h2o", version: "3"),
      reference(dataset: Dataset(openMLID: 32, name: "32")),
      reference("it's; DROP TABLE tasks"), reference(budget: Budget(name: "4h")),
    ]
    let found = try lab.store.tasks(matching: [reference(seed: 85), reference()] + strangers)
    #expect(found.ids == [1, 2] && found.unknown == strangers)
    #expect(try lab.store.tasks(matching: []).ids.isEmpty)
    #expect(try lab.store.tasks(matching: [reference(), reference()]).ids == [1])
  }

  private func filled() throws -> Lab {
    let lab = try Lab()
    try lab.execute(
      """
      INSERT INTO budgets (id, name) VALUES (2, '4h');
      INSERT INTO frameworks (id, name, version) VALUES (1, 'tpot', ''), (2, 'h2o', '1'), (3, 'h2o', '2');
      INSERT INTO datasets (id, openml_id, name)
      VALUES (1, 31, 'credit-g'), (2, NULL, 'tips'), (3, NULL, '2024');
      INSERT INTO tasks (id, framework_id, dataset_id, type, seed, fold, budget_id) VALUES
        (1, 1, 1, 'classification', 75, 0, 1), (2, 1, 1, 'classification', 85, 0, 1),
        (3, 1, 1, 'classification', 75, 3, 1), (4, 1, 1, 'regression', 75, 0, 1),
        (5, 2, 1, 'classification', 75, 0, 1), (6, 3, 1, 'classification', 75, 0, 1),
        (7, 3, 1, 'classification', 75, 0, 2), (8, 1, 2, 'classification', 75, 0, 1),
        (9, 1, 3, 'classification', 75, 0, 1);
      """)
    return lab
  }

  private func reference(
    _ framework: String = "tpot", version: String = "",
    dataset: Dataset = Dataset(openMLID: 31, name: "31"), type: ProblemType = .classification,
    seed: Int = 75, fold: Int = 0, budget: Budget? = nil
  ) -> TaskReference {
    TaskReference(
      framework: Framework(name: framework, version: version), dataset: dataset, type: type,
      seed: seed, fold: fold, budget: budget)
  }
}

extension Lab {
  fileprivate func find(_ reference: TaskReference) throws -> [Int64] {
    try store.tasks(matching: [reference]).ids
  }
}
