import Benchmark
import Foundation

extension Session {
  /// The tasks that a file lists, or standard input for `-`.
  ///
  /// - Throws: `Failure` with `noInput` or `malformedInput`.
  func tasks(in path: String) throws -> TaskList {
    let limit = 1 << 26
    let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    guard let handle, let data = try? handle.read(upToCount: limit + 1) ?? Data() else {
      throw Failure(.noInput, "\(path) cannot be read.")
    }
    guard data.count <= limit else {
      throw Failure(
        .malformedInput, "\(path) is larger than the 64 MB that a list of tasks may have.")
    }
    do throws(BenchmarkError) {
      return try TaskList(file: Array(data))
    } catch {
      let sentence = "\(path), \(error)"
      throw Failure(.malformedInput, sentence + (sentence.hasSuffix("?") ? "" : "."))
    }
  }
}
