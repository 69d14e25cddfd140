import CProcess
import Foundation
import Glibc

/// A program to run to its end, in a process group of its own, with limits that it cannot escape.
///
/// Nothing is inherited: neither environment nor open files nor signal masks. Output and errors come
/// as one text, unless errors go to ours. Whatever it started is gone when it has ended, servers included.
package struct Subprocess: Sendable {
  /// An absolute path; no shell is involved.
  package var program: String
  package var arguments: [String] = []
  package var environment: [String: String] = [:]
  package var folder: String
  package var timeLimit: Duration?
  /// What all its processes together may hold; looked at five times a second.
  package var memoryLimitMB: Int?
  /// Whether its errors go to our own standard error, as those of a program that may have to ask.
  package var sharesErrors = false
  /// How many bytes of its output are kept.
  package var logLimit = 1 << 20
  /// The processors that it may use; all of ours where there are none.
  package var processors: [Int] = []
  /// A folder to remove, with all in it, should we be ended before it is.
  package var scratch: String?

  package init(program: String, arguments: [String] = [], folder: String) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
  }

  /// Runs the program and returns how it ended.
  ///
  /// A guard is its parent, which ends it and all it started when this process ends, even by kill -9.
  ///
  /// - Parameter isCancelled: asked five times a second; true ends the program.
  package func run(
    isCancelled: () -> Bool = { false }
  ) throws(ComputeError) -> ProcessEnding {
    let kernelKills = ProcessTree.kernelMemoryKills
    // A thread runs one program at a time, so this mark is unlike that of any other now alive.
    let mark = "\(getpid())-\(pthread_self())"
    let process = try start(mark: mark)
    defer {
      close(process.output)
      close(process.end)
      close(process.life)
    }
    let tree = ProcessTree(guard: process.guard, mark: mark)
    var watch = Watch(
      tree: tree, output: process.output, end: process.end, log: CappedLog(limit: logLimit))
    let stop = watch.untilEnd(
      timeLimit: timeLimit, memoryLimitMB: memoryLimitMB, isCancelled: isCancelled)
    if stop != nil { process_stop(process.life) }
    var usage = process_usage()
    process_reap(process.guard, &usage)
    // None is left, unless somebody ended the guard itself.
    tree.killStrays()
    watch.drain()
    let killedByKernel = kernelKills.map { (ProcessTree.kernelMemoryKills ?? 0) > $0 } ?? false
    return ProcessEnding(
      cause: stop ?? cause(ofStatus: usage.status, killedByKernel: killedByKernel),
      duration: watch.elapsed, cpuTime: .microseconds(usage.cpu_microseconds),
      peakMemoryMB: max(watch.peakMemoryMB, Double(usage.peak_kilobytes) / 1024),
      log: watch.log.text)
  }

  private func start(mark: String) throws(ComputeError) -> process {
    var marked = environment
    marked[ProcessTree.markName] = mark
    let variables = marked.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var started = process()
    let failure = withCStrings([program] + arguments) { arguments in
      withCStrings(variables) { variables in
        withCStrings([program, folder] + (scratch.map { [$0] } ?? [])) { paths in
          processors.map(Int32.init).withUnsafeBufferPointer { processors in
            // After the last string there is a null, which stands for no folder.
            var request = process_request(
              path: paths[0], arguments: arguments, environment: variables, folder: paths[1],
              errors: sharesErrors ? STDERR_FILENO : -1, scratch: paths[2],
              processors: processors.baseAddress, processor_count: Int32(processors.count))
            return process_start(&request, &started)
          }
        }
      }
    }
    guard failure == 0 else {
      let reason = String(cString: strerror(failure)).lowercased()
      throw .cannotStart(program: program, reason: reason)
    }
    return started
  }
}

private func cause(ofStatus status: Int32, killedByKernel: Bool) -> ProcessEnding.Cause {
  let signal = status & 0x7F
  if signal == 0 { return .exited((status >> 8) & 0xFF) }
  return signal == SIGKILL && killedByKernel ? .outOfMemory : .signalled(signal)
}

/// Calls `body` with the strings as C wants lists of them, a null pointer at the end.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return (copies + [nil]).withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("a list ends with a null") }
    return body(base)
  }
}
