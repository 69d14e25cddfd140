import ArgumentParser
import Benchmark
import Warehouse

/// What every verb asks that begins with a sync.
struct SyncOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .long], help: ArgumentHelp("Requests at once.", valueName: "count"))
  var jobs = 64

  @Option(help: "The budget of the runs; else that of the configuration.")
  var budget: String?

  func validate() throws {
    guard (1...1000).contains(jobs) else { throw ValidationError("--jobs is from 1 to 1000") }
  }

  /// A sync of what `scope` says, into the warehouse or, for a rehearsal, beside it.
  func run(_ place: SyncPlace, _ scope: SyncScope, in session: Session) throws -> SyncRun {
    let configuration = try session.configuration()
    let store = try session.store(scope.isRehearsal ? .readOnly : .readWrite)
    try store.beThrifty()
    let source = RunSource(
      name: place.description, kind: place.kind, location: place.description)
    return SyncRun(
      place: place, scope: scope,
      target: BucketSync.Target(
        store: store, source: source,
        budget: budget.map(Budget.init(parsing:)) ?? configuration.budget,
        studyTypes: configuration.studyTypes),
      jobs: jobs, session: session)
  }

  /// Syncs a part of a bucket into the warehouse, and says what it did.
  func sync(
    _ part: SyncScope.Part, of address: BucketAddress, over cloud: Cloud, in session: Session
  ) throws -> SyncOutcome {
    let scope = SyncScope(layout: BucketLayout(folder: address.folder), only: part)
    let outcome = try run(.bucket(address), scope, in: session)
      .run(over: { cloud }, isInterrupted: { false })
    outcome.tell(in: session)
    return outcome
  }
}
