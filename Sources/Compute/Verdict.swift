package import Benchmark
import Glibc

extension ProcessEnding {
  /// What the run came to when it left no predictions; nil for an exit with 0, which should have.
  ///
  /// What ended it from outside is told from what it did itself, as the one can be run again and the
  /// other would end the same.
  package var failure: Outcome? {
    switch cause {
    case .exited(0): nil
    case .exited(let status): failure(ofStatus: status)
    case .signalled(let signal): failure(ofSignal: signal)
    case .outOfMemory: .killed(.memory, "the machine ran out of memory")
    case .overTime(let limit): .timeout("it broke the hard limit of \(seconds(limit)) s")
    case .overMemory(let megabytes):
      .killed(.memory, "it held \(Int(megabytes)) MB, more than its limit")
    case .cancelled: .killed(.interrupted, "it was cancelled")
    }
  }

  private func failure(ofStatus status: Int32) -> Outcome {
    let last = lastLine.map { ": \($0)" } ?? " and said nothing"
    let message = "it exited with status \(status)" + last
    return last.contains("MemoryError") ? .killed(.memory, message) : .failed(.framework, message)
  }

  private func failure(ofSignal signal: Int32) -> Outcome {
    let name = String(cString: strsignal(signal)).lowercased()
    return [SIGKILL, SIGTERM, SIGINT, SIGHUP].contains(signal)
      ? .killed(.interrupted, "it was ended from outside by signal \(signal) (\(name))")
      : .failed(.framework, "it crashed with signal \(signal) (\(name))")
  }
}

private func seconds(_ limit: Duration) -> String {
  let seconds = limit / .seconds(1)
  return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
}
