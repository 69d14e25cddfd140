import AWS
import ArgumentParser
import Benchmark
import Foundation
import HTTP
import Tables
import Warehouse

struct Sync: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Bring the results and logs of a bucket, or a shared folder, into the warehouse.",
    discussion: """
      Fetches what is new or changed since the last time, and nothing else. It can be stopped at any \
      moment and goes on where it was; nothing that was deleted on purpose comes back.

      Examples: benchdb sync
                benchdb sync s3://lab/bench/ -n
                benchdb sync /shared/bench
                benchdb sync --only results --watch 60
      """)

  @OptionGroup var bucket: BucketArgument

  @Flag(name: [.customShort("n"), .long], help: "Only list what would be done.")
  var dryRun = false

  @Option(help: "results or logs.")
  var only: SyncScope.Part?

  @Option(help: ArgumentHelp("Only what was changed on that day or later.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Sync again and again, with that pause.", valueName: "seconds"))
  var watch: Int?

  @Flag(help: "Fetch again what is known, and check each body against its ETag.")
  var verify = false

  @OptionGroup var sync: SyncOptions
  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard watch.map({ $0 > 0 && !dryRun }) ?? true else {
      throw ValidationError("--watch is a number of seconds, and not for --dry-run")
    }
  }

  func run(in session: Session) throws {
    let place = try bucket.place(in: session)
    if case .folder = place, verify {
      throw Failure(.usage, "--verify checks ETags, and the files of a folder have none.")
    }
    let run = try sync.run(place, try scope(of: place), in: session)
    try Interruption.watching { isInterrupted in
      var way: Cloud?
      while true {
        let outcome = try run.run(
          over: {
            let cloud = try way ?? Cloud(session, self.cloud, isCancelled: isInterrupted)
            way = cloud
            return cloud
          }, isInterrupted: isInterrupted)
        try outcome.report(in: session)
        guard let watch else { return try outcome.raise() }
        do { try outcome.raise() } catch { session.warn(Failure(error)?.text ?? "\(error)") }
        try pause(seconds: watch, isInterrupted)
      }
    }
  }

  private func scope(of place: SyncPlace) throws -> SyncScope {
    SyncScope(
      layout: BucketLayout(folder: place.prefix), only: only,
      since: try since.map(Self.moment), verifies: verify, isRehearsal: dryRun)
  }

  /// A day, or a moment, as ISO 8601 has it.
  private static func moment(_ text: String) throws -> String {
    let isDay = text.wholeMatch(of: /\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?Z?)?/) != nil
    guard isDay else {
      throw Failure(.usage, "--since \(text) is no date; 2026-05-01 is right.")
    }
    return text.replacing(" ", with: "T")
  }

  private func pause(seconds: Int, _ isInterrupted: () -> Bool) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if isInterrupted() { throw Failure(.interrupted, "stopped watching.") }
      usleep(100_000)
    }
  }
}
