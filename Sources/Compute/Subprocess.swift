import CProcess
import Foundation
import Glibc

/// A program to run to its end, in a process group of its own, with limits that it cannot escape.
///
/// Nothing is inherited: neither environment nor open files nor signal masks. Whatever it started is gone when it has ended, servers included.
package struct Subprocess: Sendable {
  /// What a program reads.
  package enum Input: Sendable {
    case nothing
    case bytes([UInt8])
    /// The file at this path.
    case file(String)
  }

  /// Where its errors go.
  package enum Errors: Sendable {
    /// To the log, with its output.
    case withOutput
    /// To our own standard error, as those of a program that may have to ask.
    case shared
    /// To `ProcessEnding.errors`: what it says beside its answer.
    case apart
  }

  /// An absolute path; no shell is involved.
  package var program: String
  package var arguments: [String] = []
  package var environment: [String: String] = [:]
  package var folder: String
  package var timeLimit: Duration?
  /// What all its processes together may hold; looked at five times a second.
  package var memoryLimitMB: Int?
  package var input = Input.nothing
  package var errors = Errors.withOutput
  /// How many bytes of its output are kept.
  package var logLimit = 1 << 20
  /// Hears its output as it comes, before any of it is left out.
  package var hear: (@Sendable (ArraySlice<UInt8>) -> Void)?
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
    let input = try opened(input)
    defer { if input > STDERR_FILENO { close(input) } }
    let errors = try opened(errors)
    defer { if errors > STDERR_FILENO { close(errors) } }
    let process = try start(mark: mark, input: input, errors: errors)
    defer {
      close(process.output)
      close(process.end)
      close(process.life)
    }
    let tree = ProcessTree(guard: process.guard, mark: mark)
    var watch = Watch(
      tree: tree, output: process.output, end: process.end, log: CappedLog(limit: logLimit),
      hear: hear)
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
      log: watch.log.text, errors: self.errors == .apart ? text(of: errors) : "")
  }

  private func start(
    mark: String, input: Int32, errors: Int32
  ) throws(ComputeError) -> process {
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
              input: input, errors: errors, scratch: paths[2],
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

// MARK: - Input and errors

extension Subprocess {
  /// A descriptor to read from; -1 for nothing.
  private func opened(_ input: Input) throws(ComputeError) -> Int32 {
    switch input {
    case .nothing: return -1
    case .bytes(let bytes): return try memory(bytes)
    case .file(let path):
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else {
        throw .file(path, reason: String(cString: strerror(errno)).lowercased())
      }
      return file
    }
  }

  /// A descriptor to write to; -1 for that of the output.
  private func opened(_ errors: Errors) throws(ComputeError) -> Int32 {
    switch errors {
    case .withOutput: -1
    case .shared: STDERR_FILENO
    case .apart: try memory([])
    }
  }

  private func memory(_ bytes: [UInt8]) throws(ComputeError) -> Int32 {
    let file = process_memory(bytes, bytes.count)
    guard file >= 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw .cannotStart(program: program, reason: reason)
    }
    return file
  }

  /// What stands at the beginning of a file, as far as a person would read it.
  private func text(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
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
