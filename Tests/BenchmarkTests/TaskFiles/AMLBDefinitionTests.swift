import Benchmark
import Testing

@Suite struct AMLBDefinitionTests {
  @Test func `each framework, budget and set of folds is a command`() throws {
    let list = TaskList([
      task("tpot", "adult", 7592, fold: 3), task("tpot", "adult", 7592, fold: 0),
      task("tpot", "kc1", 3917, fold: 9), task("tpot", "KDDCup09 appetency", 3945, fold: 9),
      task("H2OAutoML", "adult", 7592, fold: 1, budget: "4h8c32g"),
      task("flaml", "kc1", 3917, fold: 2, seed: 75, budget: nil),
    ])
    #expect(
      try AMLBDefinition(list).text(named: "out/failures.yaml") == """
        # python runbenchmark.py tpot out/failures.yaml 1h8c_gp3 -t adult -f 0 3
        # python runbenchmark.py tpot out/failures.yaml 1h8c_gp3 -t kc1 KDDCup09_appetency -f 9
        # python runbenchmark.py H2OAutoML out/failures.yaml 4h8c32g -t adult -f 1
        # python runbenchmark.py flaml out/failures.yaml -t kc1 -f 2 -Xseed=75
        ---
        - name: "adult"
          openml_task_id: 7592
          folds: 4
        - name: "kc1"
          openml_task_id: 3917
          folds: 10
        - name: "KDDCup09_appetency"
          openml_task_id: 3945
          folds: 10

        """)
  }

  @Test func `the limits of a budget of ours stand with the dataset`() throws {
    let list = TaskList([
      task("tpot", "kc1", 3917, budget: "2c/3500MB/10800s/12600s"),
      task("tpot", "kc1", 3917, budget: "1c/2000MB/120s/300s"),
      task("tpot", "KC1", 1, budget: "8c1h"),
    ])
    #expect(
      try AMLBDefinition(list).text(named: "f.yaml") == """
        # python runbenchmark.py tpot f.yaml -t kc1 kc1_3917 -f 0
        # python runbenchmark.py tpot f.yaml 8c1h -t KC1_1 -f 0
        ---
        - name: "kc1"
          openml_task_id: 3917
          folds: 1
          max_runtime_seconds: 10800
          cores: 2
          max_mem_size_mb: 3500
        - name: "kc1_3917"
          openml_task_id: 3917
          folds: 1
          max_runtime_seconds: 120
          cores: 1
          max_mem_size_mb: 2000
        - name: "KC1_1"
          openml_task_id: 1
          folds: 1

        """)
  }

  @Test func `tasks that AMLB cannot find are left out, and told`() throws {
    let lost = task("tpot", "31", nil)
    let definition = try AMLBDefinition(TaskList([lost, task("tpot", "kc1", 3917)]))
    #expect(definition.leftOut == [lost])
    let error = #expect(throws: BenchmarkError.self) { try AMLBDefinition(TaskList([lost])) }
    #expect(
      error?.description
        == "amlb cannot hold these tasks: none has an OpenML task, by which AMLB finds its data")
  }

  @Test func `no name leaves its line or its word`() throws {
    let text = try AMLBDefinition(TaskList([task("it's\n- name: x", "a\"\n b", 1)]))
      .text(named: "my file.yaml")
    #expect(
      text == """
        # python runbenchmark.py 'it'\\''s\\n- name: x' 'my file.yaml' 1h8c_gp3 -t a___b -f 0
        ---
        - name: "a___b"
          openml_task_id: 1
          folds: 1

        """)
  }

  private func task(
    _ framework: String, _ dataset: String, _ id: Int?, fold: Int = 0, seed: Int = 0,
    budget: String? = "1h8c_gp3"
  ) -> TaskReference {
    TaskReference(
      framework: Framework(name: framework), dataset: Dataset(name: dataset), type: .classification,
      seed: seed, fold: fold, budget: budget.map(Budget.init(parsing:)), openMLTaskID: id)
  }
}
