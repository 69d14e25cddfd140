import Benchmark
import Compute
import Foundation
import Tables
import Warehouse

/// Tasks that are run on this machine, with the warehouse as their queue.
struct PoolRun {
  let session: Session
  let options: PoolOptions
  let budget: Budget
  /// Whether to run again what failed by its own fault.
  let again: Bool

  /// Runs those of `references` that are to be run, and prints what came of them.
  func run(_ references: [TaskReference]) throws {
    let chosen = try chosen(references)
    guard !chosen.isEmpty else {
      if references.isEmpty { return session.note("there is nothing to run") }
      throw Failure(
        .noInput, "none of \(counted(references.count, "task")) is what --select asks for.")
    }
    let preparation = Preparation(chosen, budget: budget, in: session)
    try preparation.report()
    let store = try session.store(.readWrite)
    let queueing = try store.queue(
      preparation.entries.map(\.task), again: again, atMost: options.maxJobs,
      keeping: !options.dryRun, source: PoolBook.source
    ) { worker in ProcessIdentity(worker)?.isGone ?? true }
    tell(queueing)
    if options.dryRun { return try list(queueing) }
    let runners = Dictionary(
      preparation.entries.map { ($0.task, $0.runner) }, uniquingKeysWith: { first, _ in first })
    let entries = queueing.queued.compactMap { queued in
      runners[queued.task].map { Pool.Entry(task: queued.task, runner: $0) }
    }
    try run(entries, queueing.queued, in: store)
  }

  private func run(
    _ entries: [Pool.Entry], _ queued: [Store.QueuedTask], in store: Store
  ) throws {
    let budgets = entries.map(\.task.budget)
    var pool = Pool(width: width(for: budgets))
    pool.retries = options.retries
    let wanted = pool.width * (budgets.compactMap(\.cores).max() ?? 1)
    if pool.width == 1 || wanted <= Machine.processors.count {
      pool.leaseFolder = session.temporaryFolder
    } else {
      session.warn(
        "the tasks that run at once have \(wanted) processors in their budgets and share "
          + "\(Machine.processors.count): their times are not comparable")
    }
    let book = PoolBook(store, queued, session: session)
    try Interruption.watching { isInterrupted in
      try pool.run(entries, for: book, isCancelled: isInterrupted)
      if let folder = entries.first?.runner.datasets {
        try session.describe(Set(entries.map(\.task.dataset)), of: folder, in: store)
      }
      try book.close(isInterrupted: isInterrupted())
    }
  }

  private func width(for budgets: [Budget]) -> Int {
    options.jobs
      ?? Machine.width(
        cores: budgets.compactMap(\.cores).max(), memoryMB: budgets.compactMap(\.memoryMB).max())
  }

  private func chosen(_ references: [TaskReference]) throws -> [TaskReference] {
    let selection = try Selection(options.select)
    let known: Set<Selection.Key> = [.framework, .dataset, .type, .seed, .fold, .budget]
    if let other = selection.values.keys.first(where: { !known.contains($0) }) {
      throw Failure(
        .usage, "a task is not selected by \(other.rawValue); it has no run yet.")
    }
    return references.filter { reference in
      selection.values.allSatisfy { key, values in
        !Set(values).isDisjoint(with: reference.words(key))
      }
    }
  }

  private func tell(_ queueing: Store.Queueing) {
    if queueing.lost > 0 {
      session.note("\(counted(queueing.lost, "task")) had been running when benchdb was ended")
    }
    let parts = [
      (queueing.finished, "have a result"),
      (queueing.failed, "failed before (resume-compute runs them again)"),
      (
        queueing.running,
        queueing.running == 1 ? "is run by another benchdb" : "are run by another benchdb"
      ),
    ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    let rest = parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
    session.note("\(counted(queueing.queued.count, "task")) to run\(rest)")
  }

  private func list(_ queueing: Store.Queueing) throws {
    try Output(session).print(
      Table(
        columns: ["framework", "version", "dataset", "type", "seed", "budget"],
        rows: queueing.queued.map(\.task).map { task in
          [
            .text(task.framework.name), .text(task.framework.version), .text(task.dataset.name),
            .text(task.type.rawValue), .integer(Int64(task.seed)), .text(task.budget.name),
          ]
        }))
  }
}

extension TaskReference {
  /// What a word of `--select` may call it by.
  fileprivate func words(_ key: Selection.Key) -> [String] {
    switch key {
    case .framework: [framework.name]
    case .dataset: [dataset.name] + (dataset.openMLID.map { [String($0)] } ?? [])
    case .type: [type.rawValue]
    case .seed: [String(seed)]
    case .fold: [String(fold)]
    case .budget: budget.map { [$0.name] } ?? []
    case .status, .class, .source, .since: []
    }
  }
}
