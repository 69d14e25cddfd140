import Benchmark
import Compute
import Foundation
import Testing

/// The module `benchdb_job`, as an adapter of one's own sees it; it needs nothing but Python here.
@Suite struct JobModuleTests {
  /// Says always the same, and what it was given.
  static let adapter = """
    # title: constant
    import json
    import benchdb_job


    class Constant:
        def __init__(self, job, train):
            self.job = job
            print(json.dumps([job.kinds, job.classes, job.target, train]))

        def predict(self, test):
            return [0.5 for _ in test["f0"]]

        def predict_proba(self, test):
            print(json.dumps(test))
            return [[0.25, 0.75][: WIDTH] for _ in test["f0"]]

        def __str__(self):
            return "the same for %d" % self.job.seed


    benchdb_job.run(Constant, benchdb_job.coded)
    """

  private func run(
    as type: ProblemType, width: Int = 2, in place: Workplace
  ) throws -> Run {
    let text = Self.adapter.replacing("WIDTH", with: "\(width)")
    try place.write(text, to: "frameworks/mine/adapter.py")
    let adapter = try FrameworkCatalog(userFolder: "\(place.path)/frameworks")
      .adapter(offering: "mine")
    let environment = try FrameworkEnvironment.checked(adapter, with: "/usr/bin/python3")
    return try place.runner(environment).run(Workplace.task(as: type), startedAt: "")
  }

  @Test func `columns and categories go by number, and what is missing is missing`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let run = try run(as: .classification, in: place)
    #expect(run.outcome == .ok, "\(run.log ?? "")")
    #expect(
      run.log == """
        [{"x": "numerical", "c": "categorical"}, ["0", "1"], [1, 1, 1, 0, 0, 1, 0], \
        {"f0": [3.5, 7.5, 11.5, 2.5, NaN, 1.5, 10.5], \
        "f1": ["c0", "c1", null, null, "c1", "c1", "c1"]}]
        {"f0": [8.5, 6.5, 9.5], "f1": [null, "c0", "c0"]}
        the same for 75

        """)
  }

  @Test(arguments: [ProblemType.classification, .regression])
  func `predictions, times and the model are reported`(type: ProblemType) throws {
    let place = try Workplace()
    defer { place.remove() }
    let run = try run(as: type, in: place)
    #expect(run.scores.count == (type == .classification ? 5 : 4))
    #expect(run.trainingTime != nil && run.predictionTime != nil)
    let details = try JSONSerialization.jsonObject(with: Data((run.details ?? "").utf8))
    let members = try #require(details as? [String: Any])
    #expect(members["model"] as? String == "the same for 75")
    // Three rows test.
    let seconds = try #require(members["inference_seconds"] as? [String: Double])
    #expect(seconds.keys.sorted() == ["1", "3"] && seconds.values.allSatisfy { $0 > 0 })
  }

  @Test func `a model of another number of classes fails with a sentence`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let run = try run(as: .classification, width: 1, in: place)
    #expect(run.outcome.failureClass == .framework)
    #expect(
      run.outcome.message == "it exited with status 1: it predicts 1 columns, 2 are right")
  }
}
