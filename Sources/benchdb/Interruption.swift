import Foundation
import Synchronization

/// A request to end, as a question to ask: for work that must end what it began.
///
/// Ctrl-C, a closed terminal and `kill` all ask so; left to themselves they would end this process
/// and leave behind what it has started.
enum Interruption {
  private static let seen = Atomic(false)
  private static let requests = [SIGINT, SIGHUP, SIGTERM]

  /// Calls `body`, during which no request ends anything by itself; `isInterrupted` says whether one
  /// came.
  static func watching<Result>(
    _ body: (_ isInterrupted: @escaping @Sendable () -> Bool) throws -> Result
  ) rethrows -> Result {
    // Set before the handler can run, so that the handler makes nothing.
    seen.store(false, ordering: .relaxed)
    let before = requests.map { request in
      signal(request) { _ in Interruption.seen.store(true, ordering: .relaxed) }
    }
    defer { for (request, handler) in zip(requests, before) { signal(request, handler) } }
    // Who started us may have blocked them, as a program does that handles its own on one thread.
    var mask = sigset_t()
    var maskBefore = sigset_t()
    sigemptyset(&mask)
    for request in requests { sigaddset(&mask, request) }
    pthread_sigmask(SIG_UNBLOCK, &mask, &maskBefore)
    defer { pthread_sigmask(SIG_SETMASK, &maskBefore, nil) }
    return try body { seen.load(ordering: .relaxed) }
  }
}
