import Benchmark
import Testing

struct RunRecordTests {
  private static let task = BenchmarkTask(
    framework: Framework(name: "tpot", version: "0.12.2"),
    dataset: Dataset(openMLID: 31, name: "credit-g"), type: .classification, seed: 75,
    budget: Budget(cores: 2, memoryMB: 3500, softSeconds: 10800, hardSeconds: 12600))

  private static func record(_ run: Run) -> RunRecord {
    RunRecord(
      id: task.objectID, task: task, run: run, host: "node7", worker: "0.9.0", job: "a1b2", index: 3
    )
  }

  @Test func `a run comes back as it was, but for its log`() throws {
    let run = Run(
      outcome: .ok, startedAt: "2026-11-24T05:48:27Z", duration: .seconds(12.25),
      trainingTime: .seconds(10), predictionTime: .seconds(0.5), cpuTime: .seconds(20),
      peakMemoryMB: 812.5,
      scores: [Score(metric: "f1", value: 0.75), Score(metric: "logloss", value: 2)],
      details: #"{"depth":3,"note":"a \"b\""}"#, log: "text")
    var expected = Self.record(run)
    expected.run.log = nil
    #expect(try RunRecord(json: Array(Self.record(run).json.utf8)) == expected)
  }

  @Test(arguments: [
    Outcome.timeout("over 12600 s"), .killed(.memory, "over 3500 MB"),
    .killed(.interrupted, "stopped"), .failed(.data, "no target"), .failed(.unknown, ""),
  ])
  func `a failure comes back as it was`(outcome: Outcome) throws {
    let record = Self.record(Run(outcome: outcome))
    #expect(try RunRecord(json: Array(record.json.utf8)) == record)
  }

  @Test func `the original's line has the original's scores`() {
    let run = Run(
      outcome: .ok,
      scores: [
        Score(metric: "auc", value: 0.9), Score(metric: "f1", value: 0.75),
        Score(metric: "logloss", value: 0.5),
      ])
    #expect(Self.record(run).originalLine == "tpot,31,classification,75,nan,nan,0.5,0.75\n")
  }

  @Test(arguments: [
    ("", "is empty, where a record belongs"),
    ("[]", "is no object"),
    ("{} {}", "holds two values, where one record belongs"),
    ("{", "ends before the JSON does"),
    ("?", "has \"?\" where a value belongs"),
    ("{}", "has no status"),
    (#"{"status":"fine"}"#, "has the status \"fine\", where ok, failed, timeout or killed belongs"),
    (
      #"{"status":"failed","class":"mood"}"#,
      "has the class \"mood\", where a class of failures belongs"
    ),
    (#"{"status":"ok","duration":-1}"#, "has the duration -1.0, where less than 1e12 belongs"),
    (#"{"status":"ok","duration":"1"}"#, "has the duration \"1\", where a number belongs"),
    (#"{"status":"ok","scores":[1]}"#, "has the scores [1], where an object belongs"),
    (#"{"status":"ok","scores":{"f1":"1"}}"#, "has the score f1 \"1\", where a number belongs"),
    (#"{"status":"ok"}"#, "has no id"),
  ])
  func `what is no record is told of`(text: String, sentence: String) {
    let error = #expect(throws: BenchmarkError.self) { try RunRecord(json: Array(text.utf8)) }
    #expect(error?.description == sentence)
  }
}
