import AWS
import Foundation
import HTTP
import Tables
import Warehouse

/// One sync from its beginning to its closing line.
struct SyncRun {
  let address: BucketAddress
  let scope: SyncScope
  let target: BucketSync.Target
  let jobs: Int
  let session: Session

  /// - Throws: what keeps a sync from going on; what was fetched before is written all the same.
  func run(over cloud: Cloud) throws -> SyncOutcome {
    let start = ContinuousClock.now
    var progress = ProgressLine(session)
    defer { progress.clear() }
    let sync = BucketSync(cloud.s3(address.bucket), scope: scope, target: target) { state in
      progress.show(state.words, done: state.fetchedBytes, of: state.wantedBytes)
    }
    do {
      try cloud.transport.run(sync, inFlight: jobs)
      try sync.write()
    } catch {
      try? sync.write()
      throw described(error, sync.state)
    }
    if sync.state.counts.isAny { try target.store.settleBucket(target.source.name) }
    return SyncOutcome(
      address: address, state: sync.state, isRehearsal: scope.isRehearsal,
      standing: try target.store.bucketStanding(of: target.source.name, budget: target.budget),
      time: start.duration(to: .now))
  }

  private func described(_ error: any Error, _ state: SyncState) -> any Error {
    guard case .cancelled? = error as? HTTPError else { return error }
    return Failure(
      .interrupted,
      "stopped. \(grouped(state.fetched)) objects are in the warehouse; run it again, and it goes on."
    )
  }
}

extension BucketCounts {
  /// Whether anything was written.
  fileprivate var isAny: Bool { new + changed + vanished + reappeared > 0 }
}
