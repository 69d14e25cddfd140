internal import Tables

/// The tasks of an array that an engine runs elsewhere, a line of JSON each.
///
/// ```
/// let manifest = Manifest(tasks)
/// try Manifest(manifest.bytes).entry(0).task == tasks[0]   // true
/// ```
///
/// A worker of ten thousand reads its own line and none of the others.
package struct Manifest: Sendable, Equatable {
  package let bytes: [UInt8]
  private let lines: [Range<Int>]

  /// Takes a manifest as it comes; what its lines say is judged when they are asked for.
  ///
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(start..<place)
      start = place + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// The manifest of tasks, in their order.
  package init(_ tasks: [BenchmarkTask]) {
    self.init(tasks.flatMap { Array((ManifestEntry($0).json + "\n").utf8) })
  }

  /// How many tasks there are.
  package var count: Int { lines.count }

  /// The task of an index, from 0.
  ///
  /// - Throws: `BenchmarkError.noEntry`, and for a line that cannot be meant `malformedTask` or
  ///   `unreadableTasks`.
  package func entry(_ index: Int) throws(BenchmarkError) -> ManifestEntry {
    guard lines.indices.contains(index) else { throw .noEntry(index, count: count) }
    let place = TaskPlace.line(index + 1)
    var reader = JSONReader(Array(bytes[lines[index]]))
    let value: JSONValue?
    do throws(TablesError) { value = try reader.next() } catch {
      if case .malformedJSON(_, let fault) = error {
        throw .malformedTask(place, reason: fault.description)
      }
      throw .unreadableTasks(error)
    }
    guard let value else { throw .malformedTask(place, reason: "is empty, where a task belongs") }
    do throws(MemberFault) {
      let members = try TaskMembers(value)
      return ManifestEntry(id: try members.id(), task: try members.task())
    } catch {
      throw .malformedTask(place, reason: error.reason)
    }
  }
}

/// A task, and the number that names its objects.
package struct ManifestEntry: Sendable, Hashable {
  package var id: Int
  package var task: BenchmarkTask

  package init(id: Int, task: BenchmarkTask) {
    self.id = id
    self.task = task
  }

  /// The task under its own number.
  package init(_ task: BenchmarkTask) {
    self.init(id: task.objectID, task: task)
  }

  /// The entry as a line of a manifest has it, without the line's end.
  package var json: String { JSONValue.object(task.members(id: id)).text }

  /// The line that a log of it begins with, as the original's do: `[7,tpot,31,classification,75]`.
  package var logLine: String {
    "[\(id),\(task.framework.name),\(task.dataset.stem),\(task.type.rawValue),\(task.seed)]"
  }

  /// The number on the first line of a worker's log; nil for a log of anybody else's.
  package static func id(ofLog text: [UInt8]) -> Int? {
    guard text.first == UInt8(ascii: "[") else { return nil }
    let digits = text.dropFirst().prefix(20).prefix { $0 &- 48 < 10 }
    guard text.dropFirst(1 + digits.count).first == UInt8(ascii: ","),
      let id = Int(String(decoding: digits, as: UTF8.self)), id >= BenchmarkTask.leastObjectID
    else { return nil }
    return id
  }
}
