import Benchmark
import Compute
import Foundation

/// A folder of its own for one test: datasets, adapters and a place for jobs.
struct Workplace {
  let path = FileManager.default.temporaryDirectory.path() + "benchdb-tests-\(UUID().uuidString)"

  init() throws {
    for folder in ["datasets", "jobs", "frameworks"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    try write(Self.table, to: "datasets/pairs.csv")
    try write(
      "NAME,TYPE\nx,numerical\nc,categorical\ntarget,target\n", to: "datasets/pairs_types.csv")
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Ten rows with a target, of classes 0 and 1, among twelve: 3 test, 7 train.
  static let table =
    "x,c,target\n"
    + (0..<12).map { row in
      let number = row == 4 ? "" : "\(row).5"
      let category = ["a", "\"b,c\"", ""][row % 3]
      let target = [0, 5].contains(row) ? "" : "\(row % 2)"
      return "\(number),\(category),\(target)\n"
    }.joined()

  /// A framework of the user's own: a shell script, run as the job says.
  func framework(_ script: String, head: String = "") throws -> FrameworkEnvironment {
    try write("#!/bin/sh\n\(head)\n\(script)\n", to: "frameworks/mine/adapter.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(path)/frameworks/mine/adapter.sh")
    let adapter = try FrameworkCatalog(userFolder: "\(path)/frameworks").adapter(offering: "mine")
    return try FrameworkEnvironment.checked(adapter, with: "/usr/bin/python3")
  }

  func runner(_ environment: FrameworkEnvironment) -> TaskRunner {
    TaskRunner(
      datasets: DatasetFolder(path: "\(path)/datasets"), environment: environment,
      temporaryFolder: "\(path)/jobs")
  }

  /// What is left of the jobs.
  var jobs: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/jobs")) ?? []
  }

  static func task(
    _ framework: String = "mine", on dataset: String = "pairs",
    as type: ProblemType = .classification, seed: Int = 75, budget: Budget = .unspecified
  ) throws -> BenchmarkTask {
    BenchmarkTask(
      framework: Framework(name: framework),
      dataset: try DatasetFolder.dataset(named: dataset), type: type, seed: seed, budget: budget)
  }
}
