import ArgumentParser
import Tables
import Warehouse

struct FetchResults: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Sync a bucket's results and write them as compiled_results.csv.",
    discussion: """
      The file has the original's columns, in the order of the ids, each result as it stands in the \
      bucket.

      Examples: benchdb fetch-results
                benchdb fetch-results --no-sync -o compiled.csv --force
      """)

  @OptionGroup var bucket: BucketArgument

  @Flag(name: .customLong("no-sync"), help: "Write what the warehouse has.")
  var skipsSync = false

  @OptionGroup var sync: SyncOptions
  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let address = try bucket.address(in: session)
    let path = common.output ?? "compiled_results.csv"
    // First of all, so that no sync ends with nowhere to write.
    if path != "-" { try File.refuse(path, replacing: common.force) }
    let outcome = skipsSync ? nil : try synced(address, in: session)
    let lines = try write(address, to: path, in: session)
    session.note("wrote \(grouped(lines)) results\(path == "-" ? "" : " to \(path)")")
    try outcome?.raise()
  }

  private func synced(_ address: BucketAddress, in session: Session) throws -> SyncOutcome {
    try Interruption.watching { isInterrupted in
      let cloud = try Cloud(session, cloud, isCancelled: isInterrupted)
      return try sync.sync(.results, of: address, over: cloud, in: session)
    }
  }

  /// How many results were written.
  private func write(
    _ address: BucketAddress, to path: String, in session: Session
  ) throws -> Int {
    let store = try session.store()
    var lines = -1
    let body = { (write: (String) throws -> Void) in
      try store.compiledResults(of: address.description) { line in
        try write(line + "\n")
        lines += 1
      }
    }
    if path == "-" {
      try body(session.write)
    } else {
      try File.write(path, replacing: common.force, body)
    }
    return lines
  }
}
