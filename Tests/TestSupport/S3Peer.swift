import Foundation

/// A strict S3 in memory, a new one for each test, with the bucket `lab` in it.
///
///     let s3 = try S3Peer()
///     try s3.put("out/results0.csv", "tpot,31,classification,75,nan,nan,0.5,0.75\n")
///     let sync = try await folder.benchdb("sync", "s3://lab/", environment: s3.environment)
///     try s3.requests(.getObject)  // ["out/results0.csv": 1]
///
/// `Tests/Peers/README.md` says what it checks and how it fails on command; see
/// `S3Peer+Faults.swift`.
package final class S3Peer: Sendable {
  /// The bucket that is there from the start.
  package static let bucket = "lab"
  /// The pair of keys that Amazon's documentation uses in its examples.
  package static let accessKey = "AKIAIOSFODNN7EXAMPLE"
  package static let secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  private let peer: Peer

  /// Starts a server whose bucket is in `region`.
  package init(region: String = "us-east-1") throws {
    peer = try Peer("s3_server.py")
    try create(Self.bucket, region: region)
  }

  package var endpoint: String { peer.url }

  /// What a program must find in its environment to work with this server and with no other.
  package var environment: [String: String] {
    [
      "AWS_ACCESS_KEY_ID": Self.accessKey, "AWS_SECRET_ACCESS_KEY": Self.secretKey,
      "AWS_ENDPOINT_URL_S3": endpoint, "AWS_ENDPOINT_URL_STS": endpoint,
      "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
    ]
  }

  /// What the server says to a command that it cannot carry out.
  package struct Refusal: Error, Decodable {
    package var error: String
  }

  /// Gives the server a command of its README; nil arguments are left out.
  @discardableResult
  func command<Reply: Decodable>(
    _ name: String, _ arguments: [String: Any?], as reply: Reply.Type = Done.self
  ) throws -> Reply {
    var object = arguments.compactMapValues { $0 }
    object["do"] = name
    let question = try JSONSerialization.data(withJSONObject: object)
    let answer = Data(try peer.ask(String(decoding: question, as: UTF8.self)).utf8)
    if let refusal = try? JSONDecoder().decode(Refusal.self, from: answer) { throw refusal }
    return try JSONDecoder().decode(Reply.self, from: answer)
  }

  struct Done: Decodable {}
}

// MARK: What the buckets hold

extension S3Peer {
  package func create(_ bucket: String, region: String = "us-east-1") throws {
    try command("create", ["bucket": bucket, "region": region])
  }

  /// An object that is there without a client's having put it.
  package struct Object {
    var fields: [String: Any]

    package init(_ key: String, _ text: String) {
      fields = ["key": key, "text": text]
    }

    package init(_ key: String, bytes: [UInt8]) {
      fields = ["key": key, "base64": Data(bytes).base64EncodedString()]
    }

    /// So many bytes of no meaning, always the same.
    package init(_ key: String, garbage count: Int) {
      fields = ["key": key, "garbage": count]
    }

    /// The same object with an ETag that is no digest of it, as encryption by a key of KMS makes it.
    package func tagged(_ etag: String) -> Object {
      setting("etag", etag)
    }

    /// The same object as of so many seconds since 1970; else it is of 14 November 2023.
    package func modified(_ seconds: Int) -> Object {
      setting("modified", seconds)
    }

    /// The same object in a class of storage, `GLACIER` for one, which has to be restored to be read.
    package func stored(as name: String) -> Object {
      setting("storage_class", name)
    }

    private func setting(_ name: String, _ value: Any) -> Object {
      var changed = self
      changed.fields[name] = value
      return changed
    }
  }

  package func put(_ objects: [Object], in bucket: String = bucket) throws {
    try command("put", ["bucket": bucket, "objects": objects.map(\.fields)])
  }

  package func put(_ key: String, _ text: String, in bucket: String = bucket) throws {
    try put([Object(key, text)], in: bucket)
  }

  package struct Seeded: Decodable, Sendable, Equatable {
    package var objects: Int
    package var bytes: Int
  }

  /// Fills a bucket as the original project leaves it, always in the same way.
  ///
  /// - Parameters:
  ///   - results: How many tasks are planned; `out/results<ID>.csv` each, and a `study_info` for each
  ///     type.
  ///   - missing: The share of them that left no result, 0 to 1.
  ///   - logs: Logs of some of these tasks; three in ten failed.
  ///   - orphans: Logs of killed runs, outside `prefix`.
  ///   - datasets: How many are there with their columns.
  ///   - prefix: The original's `s3_folder`, which ends in a slash.
  @discardableResult
  package func seed(
    results: Int, missing: Double = 0, logs: Int = 0, orphans: Int = 0, datasets: Int = 0,
    prefix: String = "", in bucket: String = bucket
  ) throws -> Seeded {
    try command(
      "seed",
      [
        "bucket": bucket, "prefix": prefix, "results": results, "missing": missing,
        "logs": logs, "orphans": orphans, "datasets": datasets,
      ], as: Seeded.self)
  }

  package func delete(_ keys: String..., in bucket: String = bucket) throws {
    try command("delete", ["bucket": bucket, "keys": keys])
  }

  /// What the server has under a key.
  package struct Stored: Sendable, Equatable {
    package var bytes: [UInt8]
    package var etag: String
    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The object of a key; nil where there is none.
  package func object(_ key: String, in bucket: String = bucket) throws -> Stored? {
    struct Reply: Decodable {
      var base64: Data?
      var etag: String?
    }
    let reply = try command("get", ["bucket": bucket, "key": key], as: Reply.self)
    guard let body = reply.base64, let etag = reply.etag else { return nil }
    return Stored(bytes: [UInt8](body), etag: etag)
  }

  /// The keys of a bucket, in its order.
  package func keys(_ prefix: String = "", in bucket: String = bucket) throws -> [String] {
    struct Reply: Decodable { var keys: [String] }
    return try command("keys", ["bucket": bucket, "prefix": prefix], as: Reply.self).keys
  }

  /// The uploads in parts that are neither complete nor aborted.
  package func uploads(in bucket: String = bucket) throws -> [String] {
    struct Reply: Decodable { var uploads: [String] }
    return try command("keys", ["bucket": bucket], as: Reply.self).uploads
  }
}
