import Foundation
import Tables

/// How far a long job has come: one line on a terminal, redrawn at most ten times a second; elsewhere a
/// line each thirty seconds.
struct ProgressLine {
  private let session: Session
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var isDrawn = false

  init(_ session: Session) {
    self.session = session
  }

  private var onTerminal: Bool { session.environment.terminalError }

  /// Shows `words`, and what is done of `total` bytes, if it is time to.
  mutating func show(_ words: String, done: Int, of total: Int?) {
    show { time in "\(words), \(Self.amount(done, of: total, after: time))" }
  }

  /// Shows a line, if it is time to; `line` is given how long the job has taken so far.
  mutating func show(_ line: (_ time: Duration) -> String) {
    let pause = onTerminal ? Duration.milliseconds(100) : .seconds(30)
    let now = ContinuousClock.now
    guard !session.options.quiet, now - (shown ?? start) >= pause else { return }
    shown = now
    let line = line(now - start)
    guard onTerminal else { return session.say(line) }
    isDrawn = true
    session.show("\r\u{1B}[K\(escapingControls(in: line))")
  }

  /// Takes the line off the terminal.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    session.show("\r\u{1B}[K")
  }

  private static func amount(_ done: Int, of total: Int?, after time: Duration) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let rate = "\(megabytes(Double(done) / seconds)) MB/s"
    guard let total, total > 0, done > 0 else { return "\(megabytes(Double(done))) MB, \(rate)" }
    let left = seconds * Double(max(total - done, 0)) / Double(done)
    return "\(megabytes(Double(done))) of \(megabytes(Double(total))) MB, \(rate), "
      + "\(Int(left.rounded(.up))) s left"
  }

  private static func megabytes(_ bytes: Double) -> String {
    String(format: "%.1f", bytes / 1e6)
  }
}
