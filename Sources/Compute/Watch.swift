import Glibc

/// The look that is kept on a process while it runs.
struct Watch {
  private var tree: ProcessTree
  /// The reading end of its output, which never blocks.
  let output: Int32
  /// Polls readable once the process has ended.
  let end: Int32
  var log: CappedLog
  /// Hears the output as it comes.
  var hear: (@Sendable (ArraySlice<UInt8>) -> Void)?

  private(set) var peakMemoryMB = 0.0
  private let began = ContinuousClock.now
  private var outputIsOpen = true

  private static let interval = Duration.milliseconds(200)

  init(
    tree: ProcessTree, output: Int32, end: Int32, log: CappedLog,
    hear: (@Sendable (ArraySlice<UInt8>) -> Void)? = nil
  ) {
    self.tree = tree
    self.output = output
    self.end = end
    self.log = log
    self.hear = hear
  }

  var elapsed: Duration { ContinuousClock.now - began }

  /// Reads output until the process ends, which gives nil, or must be stopped, which gives why.
  mutating func untilEnd(
    timeLimit: Duration?, memoryLimitMB: Int?, isCancelled: () -> Bool
  ) -> ProcessEnding.Cause? {
    var nextLook = Duration.zero
    while true {
      let pause = min(Self.interval, timeLimit.map { $0 - elapsed } ?? Self.interval)
      if waitForNews(atMost: pause) { return nil }
      if outputIsOpen { drain() }
      if let timeLimit, elapsed >= timeLimit { return .overTime(timeLimit) }
      guard elapsed >= nextLook else { continue }
      nextLook = elapsed + Self.interval
      let memory = tree.memoryMB()
      peakMemoryMB = max(peakMemoryMB, memory)
      if let memoryLimitMB, memory > Double(memoryLimitMB) {
        return .overMemory(megabytes: memory)
      }
      if isCancelled() { return .cancelled }
    }
  }

  /// Reads what output there is.
  mutating func drain() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while outputIsOpen {
      let count = read(output, &buffer, buffer.count)
      if count > 0 {
        log.append(buffer[..<count])
        hear?(buffer[..<count])
      } else if count == 0 {
        outputIsOpen = false
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Waits for output or the end; whether it is the end.
  private func waitForNews(atMost pause: Duration) -> Bool {
    var descriptors = [pollfd(fd: end, events: Int16(POLLIN), revents: 0)]
    if outputIsOpen {
      descriptors.append(pollfd(fd: output, events: Int16(POLLIN), revents: 0))
    }
    let milliseconds = max(0, Int32(pause / .milliseconds(1)) + 1)
    let count = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
    return count > 0 && descriptors[0].revents != 0
  }
}
