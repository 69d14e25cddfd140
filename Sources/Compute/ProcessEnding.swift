/// How a process ended and what it used.
package struct ProcessEnding: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    case exited(Int32)
    /// Ended by a signal that was not ours.
    case signalled(Int32)
    /// Ended by the kernel, which had run out of memory.
    case outOfMemory
    /// Stopped here: it broke the time limit.
    case overTime(Duration)
    /// Stopped here: it broke the memory limit, having this much.
    case overMemory(megabytes: Double)
    /// Stopped here: the caller asked for it.
    case cancelled
  }

  package var cause: Cause
  package var duration: Duration
  /// What it and the children it waited for used.
  package var cpuTime: Duration
  /// The most that its processes were seen to hold together.
  package var peakMemoryMB: Double
  /// What it wrote to output, and to errors where these go with it, capped.
  package var log: String
  /// What it wrote to errors where these go apart, capped.
  package var errors = ""
}
