import ArgumentParser
import Tables
import Warehouse

struct GetLogs: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Sync a bucket's logs and write them as files.",
    discussion: """
      Writes only what is new or changed, as <dir>/pass|fail/MODEL/DATASET-TYPE-SEED/STAMP.log; \
      logs of killed runs as <dir>/orphans/STAMP.log. No key leads out of the folder.

      Examples: benchdb get-logs --failed
                benchdb get-logs --select framework=tpot class=timeout --dir tpot-timeouts
      """)

  @OptionGroup var bucket: BucketArgument

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only logs of these runs: framework=tpot,h2o dataset=31 class=timeout since=2026-05-01 …",
      valueName: "key=value"))
  var select: [String] = []

  @Flag(help: "Only logs of runs that failed.")
  var failed = false

  @Option(help: "Where to write them.")
  var dir = "logs"

  @Flag(name: .customLong("no-sync"), help: "Write what the warehouse has.")
  var skipsSync = false

  @OptionGroup var sync: SyncOptions
  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let address = try bucket.address(in: session)
    let selection = try Selection(select)
    try Interruption.watching { isInterrupted in
      let cloud = try Cloud(session, cloud, isCancelled: isInterrupted)
      let outcome =
        skipsSync ? nil : try sync.sync(.logs, of: address, over: cloud, in: session)
      let store = try session.store()
      try store.check(selection)
      var files = LogFiles(folder: dir, address: address, cloud: cloud)
      var progress = ProgressLine(session)
      defer { progress.clear() }
      try store.logs(of: selection, failedOnly: failed) { log in
        if isInterrupted() { throw Failure(.interrupted, "stopped. Run it again, and it goes on.") }
        guard log.source == address.description, !log.key.isEmpty else { return }
        try files.write(log)
        progress.show("\(grouped(files.written)) logs", done: files.bytes, of: nil)
      }
      progress.clear()
      session.note(
        "\(dir): \(grouped(files.written)) logs written, \(grouped(files.unchanged)) there already")
      try outcome?.raise()
    }
  }
}
