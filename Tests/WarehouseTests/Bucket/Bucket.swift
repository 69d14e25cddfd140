import Benchmark
import Tables
import Warehouse

/// A bucket of one's own: objects by key, as a sync would give them to a warehouse.
struct Bucket {
  static let layout = BucketLayout(folder: "bench/")
  static let source = RunSource(name: "s3", kind: "s3", location: "s3://lab/bench/")
  static let budget = Budget(name: "lab")

  var lab: Lab
  var body: [String: [UInt8]] = [:]

  init() throws { lab = try Lab() }

  /// The object of a key and body; its ETag is made of the body.
  static func object(_ key: String, _ body: [UInt8]) -> BucketObject {
    let sum = body.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return BucketObject(
      key: key, etag: "\"\(sum)\"", size: body.count, modifiedAt: "2026-11-24T09:00:00.000Z")
  }

  /// Gives the warehouse objects by key and text, in one transaction.
  @discardableResult func sync(_ objects: (key: String, text: String)...) throws -> BucketCounts {
    try sync(objects.map { ($0.key, Array($0.text.utf8)) })
  }

  @discardableResult func sync(_ objects: [(key: String, body: [UInt8])]) throws -> BucketCounts {
    let counts = try lab.store.writeBucket(
      Self.source, budget: Self.budget,
      studyTypes: ["130": .regression, "135": .classification]
    ) { writer in
      for (key, body) in objects { try Self.give(key, body, to: &writer) }
    }
    try lab.store.settleBucket(Self.source.name)
    return counts
  }

  static func give(_ name: String, _ body: [UInt8], to writer: inout BucketWriter) throws {
    let full = name.hasPrefix("/") ? name : "bench/" + name
    let object = object(full, body)
    let key = layout.key(full)
    switch key {
    case .result(let id): try writer.result(object, id: id, body: body)
    case .record(let id): try writer.record(object, id: id, body: body)
    case .log, .running, .orphan: try writer.log(object, key: key, text: body)
    case .study(let tag): try writer.study(object, tag: tag, body: body)
    default: try writer.reject(object, key: key, reason: "is nothing we know", body: body)
    }
  }

  func rows(_ sql: String) throws -> [[Value]] { try lab.rows(sql) }

  func standing() throws -> BucketStanding {
    try lab.store.bucketStanding(of: Self.source.name, budget: Self.budget)
  }

  /// What is wrong with the file; nothing after any kind of write.
  func faults() throws -> [[Value]] { try lab.store.faults().rows }
}
