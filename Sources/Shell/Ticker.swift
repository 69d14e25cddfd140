internal import Dispatch

/// The beat by which a running query is looked at.
package enum Ticker {
  /// Calls `body` with the time since now, four times a second and on a thread of its own, until the
  /// closure given back is called; once more after that, perhaps.
  package static func start(_ body: @escaping @Sendable (Duration) -> Void) -> () -> Void {
    let start = ContinuousClock.now
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
    timer.setEventHandler { body(start.duration(to: .now)) }
    timer.activate()
    return { timer.cancel() }
  }
}
