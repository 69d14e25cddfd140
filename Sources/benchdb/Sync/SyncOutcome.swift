import AWS
import Foundation
import Tables
import Warehouse

/// What a sync did, and how far the bucket has come.
struct SyncOutcome {
  let place: SyncPlace
  let state: SyncState
  let isRehearsal: Bool
  let standing: BucketStanding
  let time: Duration

  /// Prints what was done: as data where a format or a file was asked for, and as a sentence.
  func report(in session: Session) throws {
    let asksForData = session.options.format != "auto" || session.options.output != nil
    if asksForData, !isRehearsal { try Output(session).print(table) }
    tell(in: session)
  }

  /// Says what was done, and what the user should know of it.
  func tell(in session: Session) {
    state.counts.notes.forEach(session.note)
    if state.isFolderEmpty { session.warn("there is nothing of a benchmark under \(place)") }
    session.note(isRehearsal ? rehearsal : sentence)
  }

  /// Throws if something is left to be done about it.
  func raise() throws {
    if let failure = state.failure {
      let others = state.failures > 1 ? " So it was with \(grouped(state.failures - 1)) more." : ""
      throw Failure(Failure(failure).status, "\(failure)\(others)")
    }
    let rejected = state.counts.rejected
    if rejected > 0 {
      throw Failure(
        .malformedInput,
        "\(grouped(rejected)) \(rejected == 1 ? "object" : "objects") could not be read; they are in "
          + "the table rejects, each with its reason.")
    }
  }

  private var table: Table {
    let numbers: [(String, Int)] = [
      ("new", state.counts.new), ("changed", state.counts.changed),
      ("unchanged", state.unchanged), ("vanished", state.counts.vanished),
      ("failed", standing.failedRuns), ("rejected", state.counts.rejected),
      ("orphans", standing.matchedOrphans + standing.unmatchedOrphans),
      ("unmatched_orphans", standing.unmatchedOrphans), ("missing", standing.missing),
      ("expected", standing.expected), ("bytes", state.fetchedBytes),
    ]
    return Table(
      columns: ["source"] + numbers.map(\.0) + ["seconds"],
      rows: [
        [.text(place.description)] + numbers.map { .integer(Int64($0.1)) }
          + [.real((time / .seconds(1) * 1000).rounded() / 1000)]
      ])
  }

  /// The closing line.
  private var sentence: String {
    let counts = state.counts
    var words = ["\(grouped(counts.new)) new", "\(grouped(counts.changed)) changed"]
    if counts.vanished > 0 { words.append("\(grouped(counts.vanished)) vanished") }
    if counts.reappeared > 0 { words.append("\(grouped(counts.reappeared)) back") }
    if state.verified > 0 { words.append("\(grouped(state.verified)) verified") }
    if counts.rejected > 0 { words.append("\(grouped(counts.rejected)) rejected") }
    words.append("\(grouped(standing.failedRuns)) failed runs")
    words.append(orphans)
    words.append(
      "\(grouped(standing.missing)) missing of \(grouped(standing.expected)) expected")
    return "\(place): \(words.joined(separator: ", ")); \(amount)"
  }

  private var orphans: String {
    let all = standing.matchedOrphans + standing.unmatchedOrphans
    let unmatched = standing.unmatchedOrphans
    let rest = unmatched > 0 ? " (\(grouped(unmatched)) of no known task)" : ""
    return "\(grouped(all)) \(all == 1 ? "orphan" : "orphans")\(rest)"
  }

  private var amount: String {
    let bytes = Double(state.fetchedBytes)
    let size =
      bytes < 1e6 ? "\(grouped(state.fetchedBytes)) bytes" : String(format: "%.1f MB", bytes / 1e6)
    return "\(size) in \(String(format: "%.1f", time / .seconds(1))) s"
  }

  private var rehearsal: String {
    let kinds = ["new", "changed", "verify", "reappeared", "vanished"].compactMap { deed in
      state.rehearsed[deed].map { "\(grouped($0)) \(deed)" }
    }
    let all = kinds.isEmpty ? "nothing to do" : kinds.joined(separator: ", ")
    return "\(place): \(all), \(grouped(state.unchanged)) unchanged; nothing was written"
  }
}
