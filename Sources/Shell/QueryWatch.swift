internal import Synchronization
internal import Tables

/// Looks after a query that runs: a line of progress while nothing else can be seen, and when it is
/// time to show the first rows.
///
/// Two threads meet here: the one that runs the query counts and writes, the ticker's looks.
final class QueryWatch: Sendable {
  private struct State {
    var isDrawn = false
    var isMuted = false
    /// The time at the last tick, at the first that saw a row, and when something was written.
    var now = Duration.zero
    var begun: Duration?
    var written = Duration.zero
  }

  private let progress: (@Sendable (String?) -> Void)?
  private let state = Mutex(State())
  private let rows = Atomic(0)
  private let due = Atomic(false)

  /// A query may stay silent for this long.
  private static let patience = Duration.seconds(1)
  /// How long the first rows wait for those that follow.
  private static let wait = Duration.milliseconds(500)

  init(progress: (@Sendable (String?) -> Void)?) {
    self.progress = progress
  }

  // MARK: The query's thread

  /// Tells how many rows have come; says whether it is time to show them.
  func count(_ rows: Int) -> Bool {
    self.rows.store(rows, ordering: .relaxed)
    return due.load(ordering: .relaxed) && due.exchange(false, ordering: .relaxed)
  }

  /// Calls `write` with the progress line out of its way.
  func writing<Result>(_ write: () throws -> Result) rethrows -> Result {
    try state.withLock { state in
      erase(&state)
      state.written = state.now
      return try write()
    }
  }

  /// Takes away what stands in the line, the ^C that was typed there too; says whether it could.
  func clear() -> Bool {
    state.withLock { state in
      guard let progress, !state.isMuted else { return state.isMuted }
      progress(nil)
      state.isDrawn = false
      return true
    }
  }

  /// Shows no progress from now on.
  func mute() {
    state.withLock { state in
      erase(&state)
      state.isMuted = true
    }
  }

  private func erase(_ state: inout State) {
    guard state.isDrawn else { return }
    progress?(nil)
    state.isDrawn = false
  }

  // MARK: The ticker's thread

  /// Looks at the query `now`, the time since it began.
  func tick(_ now: Duration) {
    let rows = rows.load(ordering: .relaxed)
    state.withLock { state in
      state.now = now
      if rows > 0 {
        let begun = state.begun ?? now
        state.begun = begun
        if now - begun >= Self.wait { due.store(true, ordering: .relaxed) }
      }
      guard !state.isMuted, let progress, now - state.written >= Self.patience else { return }
      progress(Self.line(now, rows: rows))
      state.isDrawn = true
    }
  }

  /// `running for 12 s, 1,234,567 rows so far, Ctrl-C ends it`.
  static func line(_ time: Duration, rows: Int) -> String {
    let seconds = time.components.seconds
    let clock = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    let count = rows == 0 ? "" : ", \(grouped(rows)) \(rows == 1 ? "row" : "rows") so far"
    return "running for \(clock)\(count), Ctrl-C ends it"
  }
}
