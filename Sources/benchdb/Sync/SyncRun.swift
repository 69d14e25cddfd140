import AWS
import Foundation
import HTTP
import Tables
import Warehouse

/// One sync from its beginning to its closing line.
struct SyncRun {
  let place: SyncPlace
  let scope: SyncScope
  let target: BucketSync.Target
  let jobs: Int
  let session: Session

  /// - Throws: what keeps a sync from going on; what was fetched before is written all the same.
  ///
  /// - Parameter cloud: makes the way to a bucket, where the place is one.
  func run(
    over cloud: () throws -> Cloud, isInterrupted: @escaping () -> Bool
  ) throws -> SyncOutcome {
    guard scope.isRehearsal else { return try run(cloud, isInterrupted) { _ in } }
    var outcome: SyncOutcome?
    // Row by row: a bucket may hold more than the memory does.
    try Output(session).rows { columns, row in
      try columns(SyncState.Change.columns)
      outcome = try run(cloud, isInterrupted) { change in try row(change.row) }
    }
    guard let outcome else { preconditionFailure("an output asks for its rows") }
    return outcome
  }

  private func run(
    _ cloud: () throws -> Cloud, _ isInterrupted: @escaping () -> Bool,
    rehearse: (SyncState.Change) throws -> Void
  ) throws -> SyncOutcome {
    let start = ContinuousClock.now
    var progress = ProgressLine(session)
    defer { progress.clear() }
    let show = { (state: SyncState) in
      progress.show(state.words, done: state.fetchedBytes, of: state.wantedBytes)
    }
    return try withoutActuallyEscaping(rehearse) { rehearse in
      let state: SyncState
      switch place {
      case .bucket(let address):
        let cloud = try cloud()
        let sync = BucketSync(
          cloud.s3(address.bucket), scope: scope, target: target, rehearse: rehearse,
          progress: show)
        try hold(sync, over: cloud)
        state = sync.state
      case .folder(let store):
        var sync = FolderSync(
          store, scope: scope, target: target, rehearse: rehearse, progress: show,
          isInterrupted: isInterrupted)
        try sync.run()
        if !scope.isRehearsal { try target.store.settleBucket(target.source.name) }
        state = sync.state
      }
      return SyncOutcome(
        place: place, state: state, isRehearsal: scope.isRehearsal,
        standing: try target.store.bucketStanding(
          of: target.source.name, budget: target.budget),
        time: start.duration(to: .now))
    }
  }

  private func hold(_ sync: BucketSync, over cloud: Cloud) throws {
    do {
      try cloud.transport.run(sync, inFlight: jobs)
      try sync.write()
    } catch {
      try sync.write()
      throw described(error, sync.state)
    }
    if !scope.isRehearsal { try target.store.settleBucket(target.source.name) }
  }

  private func described(_ error: any Error, _ state: SyncState) -> any Error {
    switch error {
    case HTTPError.cancelled, AWSError.transport(.cancelled, _): break
    default: return error
    }
    return Failure(
      .interrupted,
      "stopped. \(grouped(state.fetched)) objects are in the warehouse; run it again, and it goes on."
    )
  }
}
