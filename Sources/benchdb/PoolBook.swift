import Benchmark
import Compute
import Foundation
import Synchronization
import Tables
import Warehouse

/// Keeps the books of a pool in the warehouse, and shows how it stands.
final class PoolBook: PoolKeeper {
  /// What its runs come from.
  static let source = "local"

  private struct State {
    var progress: ProgressLine
    var counts: [Framework: Count] = [:]
    var failed = 0
  }

  /// How the tasks of a framework ended.
  private struct Count {
    var tasks = 0
    var outcomes: [String: Int] = [:]
  }

  private let store: Store
  private let queued: [Store.QueuedTask]
  private let session: Session
  private let worker = ProcessIdentity.own.description
  private let state: Mutex<State>

  init(_ store: Store, _ queued: [Store.QueuedTask], session: Session) {
    self.store = store
    self.queued = queued
    self.session = session
    state = Mutex(State(progress: ProgressLine(session)))
  }

  func claim(_ place: Int) throws -> String? {
    let now = Date.now.formatted(.iso8601)
    return try store.take(queued[place].job, for: worker, at: now) ? now : nil
  }

  func record(_ run: Run, of place: Int, again: Bool) throws {
    try store.record(run, of: queued[place], source: Self.source, again: again)
    let task = queued[place].task
    state.withLock { state in
      if let message = run.outcome.message {
        state.progress.clear()
        let end = again ? "; it will be tried again" : ""
        session.note("\(task.words) \(run.outcome.status): \(message)\(end)")
      }
      guard !again else { return }
      state.counts[task.framework, default: Count()].tasks += 1
      state.counts[task.framework]?.outcomes[run.outcome.status, default: 0] += 1
      if run.outcome != .ok { state.failed += 1 }
    }
  }

  func look(at standing: PoolStanding) {
    state.withLock { state in
      state.progress.show { time in line(standing, after: time) }
    }
  }

  private func line(_ standing: PoolStanding, after time: Duration) -> String {
    var parts = ["\(grouped(standing.ended)) of \(counted(standing.total, "task"))"]
    if standing.failed > 0 { parts.append("\(grouped(standing.failed)) failed") }
    if let longest = standing.running.min(by: { $0.value < $1.value }) {
      let words = "\(queued[longest.key].task.words), \((.now - longest.value).words)"
      parts.append("\(standing.running.count) running (\(words))")
    } else {
      parts.append("waiting for free processors")
    }
    if standing.ended > 0 {
      let left = time * (standing.total - standing.ended) / standing.ended
      parts.append("\(left.words) left")
    }
    return parts.joined(separator: ", ")
  }

  /// Prints how it went.
  ///
  /// - Throws: `Failure` where tasks failed, or were not reached.
  func close(isInterrupted: Bool) throws {
    let (counts, failed) = state.withLock { state in
      state.progress.clear()
      return (state.counts, state.failed)
    }
    let ended = counts.values.map(\.tasks).reduce(0, +)
    if ended > 0 { try Output(session).print(table(of: counts)) }
    if isInterrupted {
      throw Failure(
        .interrupted,
        "stopped after \(grouped(ended)) of \(counted(queued.count, "task")). "
          + "Run it again, and it goes on.")
    }
    guard failed > 0 else { return }
    throw Failure(
      .no,
      "\(grouped(failed)) of \(counted(ended, "task")) failed. \"benchdb failures\" tells of what, "
        + "\"benchdb resume-compute\" runs them again.")
  }

  private func table(of counts: [Framework: Count]) -> Table {
    let outcomes = ["ok", "failed", "timeout", "killed"]
    let sorted = counts.sorted { ($0.key.name, $0.key.version) < ($1.key.name, $1.key.version) }
    return Table(
      columns: ["framework", "version", "tasks"] + outcomes,
      rows: sorted.map { framework, count in
        [.text(framework.name), .text(framework.version), .integer(Int64(count.tasks))]
          + outcomes.map { .integer(Int64(count.outcomes[$0, default: 0])) }
      })
  }
}

extension BenchmarkTask {
  fileprivate var words: String { "\(framework.name) on \(dataset.name) with seed \(seed)" }
}

extension Duration {
  /// As someone would say it: `41 s`, `12 min`, `3.5 h`.
  fileprivate var words: String {
    let seconds = self / .seconds(1)
    if seconds < 100 { return "\(Int(seconds.rounded())) s" }
    if seconds < 6000 { return "\(Int((seconds / 60).rounded())) min" }
    return "\((seconds / 360).rounded() / 10) h"
  }
}
