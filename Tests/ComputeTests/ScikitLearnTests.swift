import Benchmark
import Compute
import Foundation
import Testing

/// The built-in baselines, run by the Python that Debian's `python3-sklearn` belongs to.
@Suite struct ScikitLearnTests {
  static let python = "/usr/bin/python3"

  static let environment = Result { () throws(ComputeError) in
    try FrameworkEnvironment.checked(
      FrameworkCatalog(userFolder: "/no/such/folder").adapter(offering: "constant"), with: python)
  }

  @Test(arguments: [75]) func `splits and scores are scikit-learn's own`(seed: Int) throws {
    let place = try Workplace()
    defer { place.remove() }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/Compute/iris.py").path()
    let reference = try Subprocess(
      program: Self.python,
      arguments: ["-W", "ignore", script, "\(place.path)/datasets", "\(seed)"],
      folder: place.path
    ).run()
    let expected = try JSONDecoder().decode(
      [String: [String: [String: Double]]].self, from: Data(reference.log.utf8))
    let runner = place.runner(try Self.environment.get())
    for (type, frameworks) in expected {
      for (framework, scores) in frameworks {
        let task = try Workplace.task(
          framework, on: "iris", as: try #require(ProblemType(rawValue: type)), seed: seed)
        let run = try runner.run(task, startedAt: "")
        #expect(run.outcome == .ok, "\(run.log ?? "")")
        #expect(Set(run.scores.map(\.metric)) == Set(scores.keys))
        for score in run.scores {
          let value = try #require(scores[score.metric])
          #expect(abs(score.value - value) <= 1e-12 * max(1, abs(value)), "\(framework) \(score)")
        }
      }
    }
  }

  @Test(
    arguments: try FrameworkCatalog(userFolder: "/no/such/folder").adapter(named: "scikit-learn")
      .models, [ProblemType.classification, .regression])
  func `mixed columns, missing cells and unseen categories are no obstacle`(
    framework: String, type: ProblemType
  ) throws {
    let place = try Workplace()
    defer { place.remove() }
    // The first row tested, row 8 of the file, has a category of its own.
    var lines = Workplace.table.split(separator: "\n")
    lines[9] = "8.5,unseen,0"
    try place.write(lines.joined(separator: "\n"), to: "datasets/pairs.csv")
    let run = try place.runner(try Self.environment.get())
      .run(Workplace.task(framework, as: type, budget: Budget(name: "b", cores: 1)), startedAt: "")
    #expect(run.outcome == .ok, "\(run.log ?? "")")
    #expect(run.scores.count == (type == .classification ? 5 : 4))
    #expect(run.trainingTime != nil && run.predictionTime != nil)
  }

  @Test func `results carry the version that is installed, not the one pinned`() throws {
    let version = try Self.environment.get().version
    #expect(version.split(separator: ".").count >= 2)
    #expect(version.first?.isNumber == true)
  }
}
