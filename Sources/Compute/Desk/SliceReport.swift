import Benchmark

/// How tasks in a row stand that a host was told to run.
package struct SliceReport: Sendable, Hashable, Codable {
  /// The array's.
  package var name: String
  /// How many tasks the array has.
  package var count: Int
  package var positions: ClosedRange<Int>
  /// Whether their worker has ended for certain.
  package var isGone: Bool
  /// The positions whose worker wrote what came of them, in ranges.
  package var ended: [ClosedRange<Int>]
  /// The positions that were begun and not ended, and since when.
  package var running: [Int: String]
  /// The last line of what a worker said that ended before its tasks did.
  package var lastWords: String?

  package init(
    name: String, count: Int, positions: ClosedRange<Int>, isGone: Bool,
    ended: [ClosedRange<Int>] = [],
    running: [Int: String] = [:], lastWords: String? = nil
  ) {
    self.name = name
    self.count = count
    self.positions = positions
    self.isGone = isGone
    self.ended = ended
    self.running = running
    self.lastWords = lastWords
  }

  /// How the task at a position of these stands.
  ///
  /// - Parameter host: what the message of a task calls it whose worker is gone.
  func state(of position: Int, on host: RemoteHost) -> TaskState {
    if ended.contains(where: { $0.contains(position) }) { return .ended }
    if isGone {
      let words = lastWords.map { ", its last words were: \($0)" } ?? ""
      return .failed(
        Run(
          outcome: .killed(.interrupted, "the worker on \(host) is gone\(words)"),
          startedAt: running[position]))
    }
    return running[position].map { .running(since: $0.isEmpty ? nil : $0) } ?? .waiting
  }
}
