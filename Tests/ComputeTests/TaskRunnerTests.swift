import Benchmark
import Compute
import Foundation
import Testing

/// Real processes: scripts that behave, and that misbehave in each way there is a class for.
@Suite struct TaskRunnerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var script: String
    var type = ProblemType.classification
    var budget = Budget(name: "test", hardLimit: .seconds(60))
    var status: String
    var failureClass: FailureClass
    var message: String

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "exits non-zero", script: "echo loading; echo 'ValueError: bad' >&2; exit 2",
      status: "failed", failureClass: .framework,
      message: "it exited with status 2: ValueError: bad"),
    Case(
      name: "exits silently", script: "exit 1", status: "failed", failureClass: .framework,
      message: "it exited with status 1 and said nothing"),
    Case(
      name: "has no memory", script: "echo 'MemoryError: 8 GiB'; exit 1", status: "killed",
      failureClass: .memory, message: "it exited with status 1: MemoryError: 8 GiB"),
    Case(
      name: "crashes", script: "kill -SEGV $$", status: "failed", failureClass: .framework,
      message: "it crashed with signal 11 (segmentation fault)"),
    Case(
      name: "is killed", script: "kill -KILL $$", status: "killed", failureClass: .interrupted,
      message: "it was ended from outside by signal 9 (killed)"),
    Case(
      name: "sleeps on", script: "sleep 600",
      budget: Budget(name: "test", hardLimit: .milliseconds(500)), status: "timeout",
      failureClass: .timeout, message: "it broke the hard limit of 0.5 s"),
    Case(
      name: "forks", script: "for n in 1 2 3 4 5 6 7 8; do (trap '' TERM; sleep 600) & done; wait",
      budget: Budget(name: "test", hardLimit: .milliseconds(500)), status: "timeout",
      failureClass: .timeout, message: "it broke the hard limit of 0.5 s"),
    Case(
      name: "prints a gigabyte", script: "head -c 1000000000 /dev/zero; echo; echo full; exit 1",
      status: "failed", failureClass: .framework, message: "it exited with status 1: full"),
    Case(
      name: "writes nothing", script: "true", status: "failed", failureClass: .framework,
      message: "it exited with status 0 and wrote no predictions.csv"),
    Case(
      name: "writes too few rows", script: "printf '0,1\\n1,0\\n' > predictions.csv",
      status: "failed", failureClass: .framework,
      message: "1 rows were predicted, the test has 3"),
    Case(
      name: "writes NaN", script: "printf '0,1\\n1,0\\nnan,1\\n0,1\\n' > predictions.csv",
      status: "failed", failureClass: .framework,
      message: "the prediction for row 2 is not a finite number"),
    Case(
      name: "writes ragged rows", script: "printf '0,1\\n1,0\\n0\\n0,1\\n' > predictions.csv",
      status: "failed", failureClass: .framework,
      message: "predictions.csv: line 3 has 1 field, the header has 2"),
    Case(
      name: "writes classes for values", script: "printf '0,1\\n1,0\\n' > predictions.csv",
      type: .regression, status: "failed", failureClass: .framework,
      message: "the predictions have the header 0,1, value is right"),
  ]

  @Test(arguments: cases) func `each way to fail has its class and says why`(bad: Case) throws {
    let place = try Workplace()
    defer { place.remove() }
    let runner = place.runner(try place.framework(bad.script))
    let task = try Workplace.task(as: bad.type, budget: bad.budget)
    let run = try runner.run(task, startedAt: "2026-11-24T06:00:00Z")
    #expect(run.outcome.status == bad.status)
    #expect(run.outcome.failureClass == bad.failureClass)
    #expect(run.outcome.message == bad.message)
    #expect(run.scores.isEmpty && run.log != nil && run.duration != nil)
    #expect(place.jobs.isEmpty)
  }

  @Test func `a framework that eats memory is stopped`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let runner = place.runner(
      try place.framework("(head -c 200M /dev/zero; sleep 600) | tail"))
    let budget = Budget(name: "test", memoryMB: 50, hardLimit: .seconds(60))
    let run = try runner.run(Workplace.task(budget: budget), startedAt: "")
    #expect(run.outcome.status == "killed" && run.outcome.failureClass == .memory)
  }

  @Test func `a framework that succeeds is scored, whatever it leaves running`() throws {
    let place = try Workplace()
    defer { place.remove() }
    // train_test_split(range(10), test_size=0.3, random_state=75) of scikit-learn tests 6, 4 and 7;
    // of the rows with a target, those are rows 8, 6 and 9 of the file.
    let script = """
      echo trained
      printf '1,0\\n0.25,0.75\\n0.5,0.5\\n1,0\\n' > predictions.csv
      echo '{"training_seconds": 1.5}' > report.json
      sleep 600 &
      """
    let run = try place.runner(try place.framework(script))
      .run(Workplace.task(), startedAt: "2026-11-24T06:00:00Z")
    #expect(run.outcome == .ok)
    #expect(run.startedAt == "2026-11-24T06:00:00Z")
    #expect(run.trainingTime == .seconds(1.5) && run.predictionTime == nil)
    #expect(run.log == "trained\n")
    // Truth 0, 0, 1. Of equals the first stated is taken, which is class 1 and wrong for row 2.
    #expect(run.scores.first { $0.metric == "acc" }?.value == 2.0 / 3)
    #expect(run.scores.map(\.metric) == ["logloss", "f1", "auc", "acc", "balacc"])
  }

  @Test func `the job holds no label of the test, and is private`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let script = "stat -c %a .; cat test.csv train.csv; ls; env | sort | cut -d= -f1; exit 1"
    let log = try place.runner(try place.framework(script)).run(Workplace.task(), startedAt: "").log
    #expect(
      log == """
        700
        x,c
        8.5,
        6.5,a
        9.5,a
        x,c,target
        3.5,a,1
        7.5,"b,c",1
        11.5,,1
        2.5,,0
        ,"b,c",0
        1.5,"b,c",1
        10.5,"b,c",0
        job.json
        test.csv
        tmp
        train.csv
        types.csv
        BENCHDB_JOB
        HOME
        LANG
        PATH
        PWD
        PYTHONDONTWRITEBYTECODE
        PYTHONHASHSEED
        PYTHONUNBUFFERED
        TMPDIR

        """)
  }

  @Test func `the order is written as the adapter reads it`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let budget = Budget(
      name: "b", cores: 2, memoryMB: 3500, softLimit: .seconds(60), hardLimit: .seconds(120))
    let log = try place.runner(try place.framework("cat job.json; exit 1"))
      .run(Workplace.task(budget: budget), startedAt: "").log
    #expect(
      log == """
        {
          "cores" : 2,
          "framework" : "mine",
          "memory_mb" : 3500,
          "predictions" : "predictions.csv",
          "report" : "report.json",
          "seed" : 75,
          "target" : "target",
          "test" : "test.csv",
          "time_limit_seconds" : 60,
          "train" : "train.csv",
          "type" : "classification",
          "types" : "types.csv"
        }
        """)
  }

  @Test func `a kept job is still there and says where`() throws {
    let place = try Workplace()
    defer { place.remove() }
    var runner = place.runner(try place.framework("exit 1"))
    runner.keepsFolder = true
    let run = try runner.run(Workplace.task(), startedAt: "")
    #expect(place.jobs.count == 1)
    #expect(run.log?.hasPrefix("benchdb: the job is kept in \(place.path)/jobs/") == true)
  }

  @Test func `a program that cannot start is the infrastructure's failure`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let environment = try place.framework("true")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: "\(place.path)/frameworks/mine/adapter.sh")
    let run = try place.runner(environment).run(Workplace.task(), startedAt: "")
    #expect(run.outcome.failureClass == .infrastructure)
    #expect(run.outcome.message?.hasSuffix("adapter.sh does not start: permission denied") == true)
  }

  @Test func `cancelling interrupts the run`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let run = try place.runner(try place.framework("sleep 600"))
      .run(Workplace.task(), startedAt: "") { true }
    #expect(run.outcome == .killed(.interrupted, "it was cancelled"))
  }

  @Test func `what keeps a task from being tried is thrown`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let runner = place.runner(try place.framework("true", head: "# types: regression"))
    #expect(throws: ComputeError.seed(-1)) {
      try runner.run(Workplace.task(as: .regression, seed: -1), startedAt: "")
    }
    let folder = "\(place.path)/datasets"
    #expect(throws: ComputeError.noDataset("pair", folder: folder, suggestion: "pairs")) {
      try runner.run(Workplace.task(on: "pair", as: .regression), startedAt: "")
    }
    #expect(
      throws: ComputeError.type("classification", framework: "mine", solves: ["regression"])
    ) {
      try runner.run(Workplace.task(), startedAt: "")
    }
  }
}
