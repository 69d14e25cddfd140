import AWS
import Benchmark
import Warehouse

/// What a sync has fetched and not yet written.
struct SyncBatch {
  /// An object with its body.
  struct Fetched {
    var object: BucketObject
    var key: BucketKey
    var body: [UInt8]
    /// How many bytes it had; more than the body where that was clipped.
    var size: Int
  }

  private(set) var fetched: [Fetched] = []
  private(set) var bytes = 0
  var vanished: [String] = []
  var reappeared: [String] = []

  /// A result is a line; what is longer is none.
  private static let longestResult = 1 << 16

  var isEmpty: Bool { fetched.isEmpty && vanished.isEmpty && reappeared.isEmpty }

  /// Whether it is time to write: memory is for something else.
  var isFull: Bool { bytes > 8 << 20 || fetched.count >= 10_000 || vanished.count >= 20_000 }

  mutating func add(_ object: Fetched) {
    fetched.append(object)
    bytes += object.body.count
  }

  /// Hands everything to a writer: records before the results beside them, and both before logs, so that
  /// these find their runs.
  func write(to writer: inout BucketWriter) throws {
    for item in fetched {
      guard case .record(let id) = item.key else { continue }
      try writer.record(item.object, id: id, body: item.body)
    }
    for item in fetched {
      switch item.key {
      case .result where item.size > Self.longestResult:
        try writer.reject(
          item.object, key: item.key, reason: "has \(item.size) bytes, where a line belongs",
          body: item.body)
      case .result(let id): try writer.result(item.object, id: id, body: item.body)
      case .study(let tag): try writer.study(item.object, tag: tag, body: item.body)
      default: break
      }
    }
    for item in fetched {
      switch item.key {
      case .log, .running, .orphan: try writer.log(item.object, key: item.key, text: item.body)
      default: break
      }
    }
    for key in vanished { try writer.vanish(key: key) }
    for key in reappeared { try writer.reappear(key: key) }
  }
}
