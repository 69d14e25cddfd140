import Foundation
import Synchronization

/// Ctrl-C as a question to ask, for work that must end what it began.
enum Interruption {
  private static let seen = Atomic(false)

  /// Calls `body`, during which Ctrl-C ends nothing by itself; `isInterrupted` says whether it came.
  static func watching<Result>(
    _ body: (_ isInterrupted: () -> Bool) throws -> Result
  ) rethrows -> Result {
    // Set before the handler can run, so that the handler makes nothing.
    seen.store(false, ordering: .relaxed)
    let before = signal(SIGINT) { _ in Interruption.seen.store(true, ordering: .relaxed) }
    defer { signal(SIGINT, before) }
    return try body { seen.load(ordering: .relaxed) }
  }
}
