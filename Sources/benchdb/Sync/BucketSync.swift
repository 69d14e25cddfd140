import AWS
import Benchmark
import HTTP
import Warehouse

/// Brings what a bucket holds into the warehouse: lists, compares with the ledger, fetches, writes.
///
/// Pages and objects are asked for side by side. Each page is compared with the ledger's keys of the
/// same interval, so that memory does not grow with the bucket. A batch and its rows in the ledger are one
/// transaction: at any instant work may be lost, but nothing is ever told twice or not at all.
final class BucketSync: Exchange {
  enum Job {
    /// A page of a stretch of the listing.
    case page(Int)
    case object(Wanted, into: ObjectBody)
  }

  /// An object to fetch.
  struct Wanted {
    var object: ListedObject
    var key: BucketKey
    /// What it was listed by.
    var prefix: String
    /// Whether it is as the ledger has it, and fetched to be checked alone.
    var isUnchanged: Bool
  }

  /// Where a sync reads and writes what is known.
  struct Target {
    var store: Store
    var source: RunSource
    var budget: Budget
    var studyTypes: [String: ProblemType]
  }

  var state = SyncState()
  let s3: S3
  let scope: SyncScope
  let target: Target
  var walk: ListingWalk
  /// The keys that are believed to be gone when a stretch, listed a second time, does not have them either.
  var suspects: [Int: Set<[UInt8]>] = [:]
  var wanted = Queue<Wanted>()
  /// How many objects of a prefix did not come since the last that did.
  var missesInARow: [String: Int] = [:]
  /// Whether a listing may have been hurt on its way: an answer was, or a key that was listed is not there.
  var isDoubtful = false
  /// Whether everything is listed a second time, because of such a doubt.
  private(set) var looksAgain = false

  /// Hears what a rehearsal would do.
  let rehearse: (SyncState.Change) throws -> Void
  private let progress: (SyncState) -> Void
  private var countUnderWay = 0
  private var bytesUnderWay = 0
  private var batch = SyncBatch()
  private var lastWrite = ContinuousClock.now

  /// Bytes of bodies that may be under way at once.
  private static let mostUnderWay = 24 << 20
  /// What is kept of a body.
  private static let room = 4 << 20

  init(
    _ s3: S3, scope: SyncScope, target: Target,
    rehearse: @escaping (SyncState.Change) throws -> Void,
    progress: @escaping (SyncState) -> Void
  ) {
    self.s3 = s3
    self.scope = scope
    self.target = target
    self.rehearse = rehearse
    self.progress = progress
    walk = ListingWalk(prefixes: scope.prefixes)
  }

  // MARK: Asking

  func next() throws -> Job? {
    guard let job = try nextPage() ?? nextObject() ?? lookAgain() else { return nil }
    countUnderWay += 1
    return job
  }

  private func nextPage() -> Job? {
    // When enough to fetch is known, the rest of the listing can wait.
    wanted.count < 4000 ? walk.next().map(Job.page) : nil
  }

  private func nextObject() -> Job? {
    guard let next = nextWanted() else { return nil }
    let bytes = min(next.object.size, Self.room)
    guard bytesUnderWay == 0 || bytesUnderWay + bytes <= Self.mostUnderWay else { return nil }
    bytesUnderWay += bytes
    _ = wanted.popFirst()
    return .object(next, into: ObjectBody(etag: next.object.etag, room: Self.room))
  }

  /// Begins anew when all is done, once, if there is a doubt: a key that is hurt in a listing may look like
  /// one that nobody wants, and nothing else would tell.
  private func lookAgain() throws -> Job? {
    guard countUnderWay == 0, isDoubtful, !looksAgain, state.failures == 0, !scope.isRehearsal
    else { return nil }
    try write()
    looksAgain = true
    suspects = [:]
    walk = ListingWalk(prefixes: scope.prefixes)
    return nextPage()
  }

  func request(for job: Job) throws -> Request { try s3.request(for: call(for: job)) }

  private func call(for job: Job) -> S3Call {
    switch job {
    case .page(let stretch): walk.call(for: stretch)
    case .object(let wanted, let body): .get(wanted.object.key, into: body)
    }
  }

  // MARK: Hearing

  func settle(
    _ job: Job, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    let verdict: Verdict
    switch job {
    case .page(let stretch):
      verdict = try settle(stretch, of: call(for: job), outcome, attempt: attempt)
    case .object(let wanted, let body):
      verdict = try settle(wanted, body, of: call(for: job), outcome, attempt: attempt)
      if verdict == .settled { bytesUnderWay -= min(wanted.object.size, Self.room) }
    }
    if verdict == .settled { countUnderWay -= 1 }
    progress(state)
    if batch.isFull || (!batch.isEmpty && lastWrite.duration(to: .now) > .seconds(2)) {
      try write()
    }
    return verdict
  }

  // MARK: Writing

  func keep(_ change: (inout SyncBatch) -> Void) {
    if !scope.isRehearsal { change(&batch) }
  }

  /// Writes what was fetched, in one transaction.
  func write() throws {
    defer { lastWrite = .now }
    guard !batch.isEmpty else { return }
    let batch = batch
    self.batch = SyncBatch()
    state.counts += try target.store.writeBucket(
      target.source, budget: target.budget, studyTypes: target.studyTypes
    ) { writer in try batch.write(to: &writer) }
  }
}
