import Synchronization

/// The time that is left to write what there is, after a request to end.
final class Grace: Sendable {
  private let isInterrupted: @Sendable () -> Bool
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  private static let time = Duration.seconds(20)

  init(_ isInterrupted: @escaping @Sendable () -> Bool) {
    self.isInterrupted = isInterrupted
  }

  /// Whether there was such a request, and the time for it is over.
  var isOver: Bool {
    guard isInterrupted() else { return false }
    return end.withLock { end in
      let now = ContinuousClock.now
      let known = end ?? now + Self.time
      end = known
      return now >= known
    }
  }
}
