package import Benchmark
import Dispatch
import Glibc
import Synchronization

/// Runs tasks on this machine, several at a time.
///
/// It has each of them claimed before it runs it, so that several pools can share one list, and hands
/// over each run as soon as it has ended, so that what was done is kept whatever happens next.
package struct Pool: Sendable {
  /// A task and what runs it.
  package struct Entry: Sendable {
    package var task: BenchmarkTask
    package var runner: TaskRunner

    package init(task: BenchmarkTask, runner: TaskRunner) {
      self.task = task
      self.runner = runner
    }
  }

  /// How many run at once.
  package var width: Int
  /// How often one is run again that failed by no fault of its own.
  package var retries = 1
  /// Where the locks on processors are kept, so that each task has its own; nil lets all share them.
  package var leaseFolder: String?

  package init(width: Int) {
    self.width = width
  }

  /// Runs what of `entries` is not claimed by somebody else.
  ///
  /// - Parameters:
  ///   - keeper: hears of everything, from several threads.
  ///   - isCancelled: asked five times a second by each thread; true ends what is running.
  /// - Throws: the first error of the keeper's, after all that was running has ended.
  package func run(
    _ entries: [Entry], for keeper: some PoolKeeper, isCancelled: @Sendable () -> Bool
  ) throws {
    let queue = PoolQueue(count: entries.count, retries: retries)
    // A thread waits for the program that it started, and works until there is no more to do.
    DispatchQueue.concurrentPerform(iterations: max(1, min(width, entries.count))) { _ in
      while !isCancelled(), let place = queue.next() {
        do {
          try run(place, entries[place], from: queue, for: keeper, isCancelled)
        } catch {
          queue.stop(error)
        }
      }
    }
    if let error = queue.error { throw error }
  }

  private func run(
    _ place: Int, _ entry: Entry, from queue: PoolQueue, for keeper: some PoolKeeper,
    _ isCancelled: @Sendable () -> Bool
  ) throws {
    let lease = lease(for: entry) {
      keeper.look(at: queue.standing)
      return isCancelled()
    }
    guard !isCancelled(), let startedAt = try keeper.claim(place) else { return queue.pass() }
    queue.began(place)
    let run = entry.run(startedAt: startedAt, processors: lease?.processors ?? []) {
      keeper.look(at: queue.standing)
      return isCancelled() || queue.error != nil
    }
    let again = queue.ended(place, run.outcome, isCancelled: isCancelled())
    try keeper.record(run, of: place, again: again)
    if again { queue.putBack(place) }
    keeper.look(at: queue.standing)
  }
}

extension Pool {
  /// Processors for `entry`, as soon as there are some; nil where it shares them with others.
  private func lease(for entry: Entry, isCancelled: () -> Bool) -> ProcessorLease? {
    guard let leaseFolder, let cores = entry.task.budget.cores,
      (1...Machine.processors.count).contains(cores)
    else { return nil }
    while !isCancelled() {
      if let lease = ProcessorLease(cores, in: leaseFolder) { return lease }
      usleep(100_000)
    }
    return nil
  }
}

/// What keeps the books of a pool; the places are those of the entries it was given.
package protocol PoolKeeper: Sendable {
  /// Takes an entry for this pool: the time now, as `Run` has it; nil where somebody else has it.
  func claim(_ place: Int) throws -> String?
  /// Keeps a run; `again` says that the pool will claim the entry once more.
  func record(_ run: Run, of place: Int, again: Bool) throws
  /// Shows how it stands, if it is time to.
  func look(at standing: PoolStanding)
}

/// How far a pool has come.
package struct PoolStanding: Sendable {
  package let total: Int
  /// How many have ended for good, here or elsewhere.
  package fileprivate(set) var ended = 0
  /// How many of these failed.
  package fileprivate(set) var failed = 0
  /// What runs now: its place, and since when.
  package fileprivate(set) var running: [Int: ContinuousClock.Instant] = [:]
}

extension Pool.Entry {
  /// Runs it; what keeps it from being tried is a failed run too.
  fileprivate func run(
    startedAt: String, processors: [Int], isCancelled: () -> Bool
  ) -> Run {
    var runner = runner
    runner.processors = processors
    do {
      return try runner.run(task, startedAt: startedAt, isCancelled: isCancelled)
    } catch {
      return Run(outcome: .failed(.data, error.description), startedAt: startedAt)
    }
  }
}

/// What the threads of a pool share.
private final class PoolQueue: Sendable {
  private struct State {
    var waiting: [Int]
    var attempts: [Int: Int] = [:]
    var standing: PoolStanding
    var error: (any Error)?
  }

  private let retries: Int
  private let state: Mutex<State>

  init(count: Int, retries: Int) {
    self.retries = retries
    state = Mutex(
      State(waiting: Array((0..<count).reversed()), standing: PoolStanding(total: count)))
  }

  var standing: PoolStanding { state.withLock { $0.standing } }
  var error: (any Error)? { state.withLock { $0.error } }

  /// The place of the next one to run; nil at the end, or after an error.
  func next() -> Int? {
    state.withLock { $0.error == nil ? $0.waiting.popLast() : nil }
  }

  /// Somebody else has it.
  func pass() {
    state.withLock { $0.standing.ended += 1 }
  }

  func began(_ place: Int) {
    state.withLock { $0.standing.running[place] = .now }
  }

  /// Whether it is to be put back.
  func ended(_ place: Int, _ outcome: Outcome, isCancelled: Bool) -> Bool {
    state.withLock { state in
      state.standing.running[place] = nil
      state.attempts[place, default: 0] += 1
      let failure = outcome.failureClass
      let isRetried = failure?.isWorthARetry == true && state.attempts[place, default: 0] <= retries
      if isRetried, !isCancelled { return true }
      state.standing.ended += 1
      if failure != nil { state.standing.failed += 1 }
      return false
    }
  }

  /// Has it run once more, after all others.
  func putBack(_ place: Int) {
    state.withLock { $0.waiting.insert(place, at: 0) }
  }

  func stop(_ error: any Error) {
    state.withLock { $0.error = $0.error ?? error }
  }
}
