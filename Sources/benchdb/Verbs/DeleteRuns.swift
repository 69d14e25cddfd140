import AWS
import ArgumentParser
import Benchmark
import Tables
import Warehouse

struct DeleteRuns: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Delete every run of the tasks of a list, here and in the bucket.",
    discussion: """
      The list is a task file: JSONL, CSV or the original's pickle. Results and logs that came from a \
      bucket leave a tombstone, so that no sync brings them back.

      Examples: benchdb delete-runs broken.jsonl -n
                benchdb export-failures - | benchdb delete-runs - --local --yes
      """)

  @Argument(help: "A task file; - is standard input.")
  var file: String

  @Flag(name: [.customShort("n"), .long], help: "Only list what would be deleted.")
  var dryRun = false

  @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
  var yes = false

  @Flag(help: "Only in the warehouse.")
  var local = false

  @Flag(help: "Only in the bucket.")
  var remote = false

  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !(local && remote) else {
      throw ValidationError("without --local and --remote runs are deleted in both places")
    }
  }

  func run(in session: Session) throws {
    let list = try session.tasks(in: file)
    let store = try session.store(dryRun ? .readOnly : .readWrite)
    let matched = try store.tasks(matching: list.tasks)
    if !matched.unknown.isEmpty {
      session.warn(
        "\(grouped(matched.unknown.count)) of \(grouped(list.tasks.count)) tasks are not in the warehouse"
      )
    }
    let deletion = try store.deletion(ofTasks: matched.ids)
    guard !deletion.isEmpty else { return session.note("there is nothing to delete") }
    if dryRun { return try Output(session).print(deletion.table) }
    try session.confirm("delete \(sentence(deletion))", yes: yes)
    // The bucket first: what is still known here can be deleted there another time.
    if !local { try deleteObjects(of: deletion, in: session) }
    if !remote { try store.delete(deletion) }
    session.note("deleted \(sentence(deletion))")
  }

  private func sentence(_ deletion: Deletion) -> String {
    var words: [String] = []
    if !remote {
      words.append(
        "\(counted(deletion.runs.count, "run")) and \(counted(deletion.logs.count, "log"))")
    }
    if !local, !deletion.objects.isEmpty {
      let places = Set(deletion.objects.map(\.location)).sorted().joined(separator: " and ")
      words.append("\(counted(deletion.objects.count, "object")) of \(places)")
    }
    return words.isEmpty ? "nothing" : words.joined(separator: " here, and ")
  }

  private func deleteObjects(of deletion: Deletion, in session: Session) throws {
    let places = Dictionary(grouping: deletion.objects, by: \.location)
    try Interruption.watching { isInterrupted in
      for (location, objects) in places.sorted(by: { $0.key < $1.key }) {
        let address = try BucketAddress(parsing: location)
        let cloud = try Cloud(session, cloud, isCancelled: isInterrupted)
        try cloud.delete(objects.map(\.key), of: address, in: session)
      }
    }
  }
}

extension Deletion {
  fileprivate var table: Table {
    Table(
      columns: ["what", "source", "name"],
      rows: runs.map { [.text("run"), .null, .integer($0)] }
        + logs.map { [.text("log"), .null, .integer($0)] }
        + objects.map { [.text("object"), .text($0.source), .text($0.key)] })
  }
}
