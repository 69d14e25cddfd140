import ArgumentParser
import Benchmark
import Compute
import Tables

struct Worker: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run tasks of a manifest, as a compute node does.",
    discussion: """
      Fetches the dataset, runs the task as "local" does, and writes its record, its result and its log \
      below the folder that the manifest's is in. It opens no warehouse; "sync" brings what it wrote. \
      Engines start it: which task is its own, AWS_BATCH_JOB_ARRAY_INDEX or SLURM_ARRAY_TASK_ID says.

      Example: benchdb worker --manifest /shared/bench/jobs/a1b2.jsonl --index 3
      """)

  @Option(
    help: ArgumentHelp(
      "s3://BUCKET/FOLDER/jobs/TOKEN.jsonl, or the absolute path of one.", valueName: "place"))
  var manifest: String

  @Option(help: ArgumentHelp("The task's line in the manifest, from 0.", valueName: "line"))
  var index: Int?

  @Option(
    help: ArgumentHelp("Run these, one after the other: 0-9 is ten of them.", valueName: "lines"))
  var slice: String?

  @Option(
    help: ArgumentHelp("Add a line of JSON to it when a task begins and ends.", valueName: "file"))
  var state: String?

  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let place = try ManifestPlace(parsing: manifest)
    try Interruption.watching { isInterrupted in
      let grace = Grace(isInterrupted)
      let store = try session.objects(at: place.root, cloud) { grace.isOver }
      guard let bytes = try store.get("jobs/\(place.token).jsonl") else {
        throw Failure(.noInput, "there is no manifest \(manifest).")
      }
      let manifest = Manifest(bytes)
      let run = WorkerRun(
        manifest: manifest, job: place.token, store: store, state: state, session: session,
        isInterrupted: isInterrupted)
      for index in try indices(of: manifest.count, session.environment) {
        try run.run(index)
      }
    }
  }

  /// The lines that are this worker's.
  private func indices(of count: Int, _ environment: Environment) throws -> ClosedRange<Int> {
    if let slice {
      let ends = slice.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1], index == nil else {
        throw Failure(
          .usage, "--slice \(slice) is no range; 0-9 is right, without --index beside it.")
      }
      return ends[0]...ends[1]
    }
    if let index { return index...index }
    for name in ["AWS_BATCH_JOB_ARRAY_INDEX", "SLURM_ARRAY_TASK_ID"] {
      guard let text = environment[name] else { continue }
      guard let index = Int(text) else {
        throw Failure(.usage, "\(name) is \"\(text)\", where a number from 0 belongs.")
      }
      return index...index
    }
    guard count <= 1 else {
      throw Failure(
        .usage,
        "the manifest has \(counted(count, "task")); --index or --slice says which to run.")
    }
    return 0...0
  }
}
