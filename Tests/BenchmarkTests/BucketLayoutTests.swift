import Benchmark
import Testing

struct BucketLayoutTests {
  private static let tpot = LoggedTask(model: "tpot", dataset: 31, type: .classification, seed: 75)

  @Test(arguments: [
    ("out/results7.csv", BucketKey.result(id: 7)),
    ("out/results.csv", .other),
    ("out/results-7.csv", .other),
    ("out/results7.csv.bak", .other),
    ("out/results99999999999999999999.csv", .other),
    ("out/more/results7.csv", .other),
    ("logs/pass/tpot/31-classification-75/a.log", .log(passed: true, task: tpot, stamp: "a")),
    ("logs/fail/tpot/31-classification-75/b.log", .log(passed: false, task: tpot, stamp: "b")),
    ("logs/fail/tpot/31-classification/b.log", .log(passed: false, task: nil, stamp: "b")),
    ("logs/fail/b.log", .log(passed: false, task: nil, stamp: "b")),
    ("logs/fail/b.txt", .other),
    ("logs/b.log", .other),
    ("/20181019062640.log", .orphan(stamp: "20181019062640")),
    ("/killed.log", .orphan(stamp: "killed")),
    ("/.log", .other),
    ("//20181019062640.log", .other),
    ("20181019062640.log", .orphan(stamp: "20181019062640")),
    ("2018.log", .other),
    ("datasets/study_135_info.csv", .study(tag: "135")),
    ("datasets/study__info.csv", .dataset),
    ("datasets/31.csv", .dataset),
    ("tests.dat", .ignored), ("swig.tar.gz", .ignored), ("ssh/git", .ignored),
    ("out/results7.json", .record(id: 7)), ("out/results7.json.bak", .other),
    ("logs/running/7.log", .running(id: 7)), ("logs/running/a.log", .other),
    ("logs/running/7/8.log", .other),
    ("jobs/a.jsonl", .ignored), ("frameworks/mine/adapter.py", .ignored),
    ("worker/benchdb", .ignored),
    ("", .other), ("/", .other), ("notes.txt", .other),
  ])
  func `a key says what its object is`(key: String, expected: BucketKey) {
    #expect(BucketLayout(folder: "").key(key) == expected)
  }

  @Test func `the folder comes first, but not for orphans`() {
    let layout = BucketLayout(folder: "bench")
    #expect(layout.key("bench/out/results7.csv") == .result(id: 7))
    #expect(layout.key(layout.resultKey(id: 8)) == .result(id: 8))
    #expect(layout.key("out/results7.csv") == .other)
    #expect(layout.key("/20181019062640.log") == .orphan(stamp: "20181019062640"))
    #expect(layout.key("20181019062640.log") == .orphan(stamp: "20181019062640"))
    #expect(layout.key("bench/20181019062640.log") == .other)
  }

  @Test func `what a worker writes is known by its key`() {
    let layout = BucketLayout(folder: "bench")
    let task = BenchmarkTask(
      framework: Framework(name: "tpot"), dataset: Dataset(openMLID: 31, name: "credit-g"),
      type: .classification, seed: 75)
    #expect(layout.key(layout.recordKey(id: 7)) == .record(id: 7))
    #expect(layout.key(layout.runningKey(id: 7)) == .running(id: 7))
    #expect(layout.key(layout.manifestKey(token: "a")) == .ignored)
    #expect(layout.datasetKeys(of: task.dataset).map(layout.key) == [.dataset, .dataset])
    #expect(
      layout.key(layout.logKey(of: task, passed: false, stamp: "2026"))
        == .log(passed: false, task: Self.tpot, stamp: "2026"))
  }

  @Test func `a model may have slashes and a seed a minus`() {
    let key = BucketLayout(folder: "").key("logs/pass/../my/model/31-regression--5/x.log")
    let task = LoggedTask(model: "../my/model", dataset: 31, type: .regression, seed: -5)
    #expect(key == .log(passed: true, task: task, stamp: "x"))
  }

  // An accent after a slash or a dot makes one character of both, which a search for characters misses.
  @Test func `keys are bytes, whatever Unicode makes of them`() {
    let layout = BucketLayout(folder: "")
    #expect(layout.key("datasets/\u{301}.csv") == .dataset)
    #expect(layout.key("out/results7.csv\u{301}") == .other)
    #expect(layout.key("logs/pass/a\nb/31-regression-5/\u{0}.log").kind == "log")
    #expect(layout.key("logs/fail/" + String(repeating: "a/-", count: 100_000)) == .other)
  }
}
