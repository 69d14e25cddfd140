/// When a failed attempt is made again: full jitter, after "Exponential Backoff And Jitter" (M. Brooker,
/// AWS Architecture Blog, 2015): a time drawn evenly from 0 to the least of `cap` and `base * 2^attempt`.
package struct Retry: Sendable {
  /// Attempts in all.
  package var attempts = 8
  package var base = Duration.milliseconds(50)
  package var cap = Duration.seconds(20)

  package init(attempts: Int = 8) {
    self.attempts = attempts
  }

  /// How long to wait after that attempt, 1 being the first; nil to give up.
  package func pause(
    after attempt: Int, using generator: inout some RandomNumberGenerator
  ) -> Duration? {
    guard attempt < attempts else { return nil }
    let most = min(cap, base * (1 << min(attempt, 20)))
    return most * Double.random(in: 0...1, using: &generator)
  }

  /// Whether an answer of that status may be another one next time.
  package static func isTransient(status: Int) -> Bool {
    [408, 429, 500, 502, 503, 504].contains(status)
  }
}
