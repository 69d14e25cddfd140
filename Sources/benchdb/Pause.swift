import Dispatch

/// A wait that another thread may end: `.watch` between two queries, and Ctrl-C.
final class Pause: Sendable {
  private let end = DispatchSemaphore(value: 0)

  /// Waits; returns whether all of `time` passed.
  func wait(_ time: Duration) -> Bool {
    // What ended an earlier wait, or none, does not end this one.
    while end.wait(timeout: .now()) == .success {}
    return end.wait(timeout: .now() + .milliseconds(Int(time / .milliseconds(1)))) == .timedOut
  }

  /// Ends the wait that is under way.
  func interrupt() {
    end.signal()
  }
}
