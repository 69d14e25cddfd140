// What an S3Peer does wrong on command, whom it knows, and what it saw.

extension S3Peer {
  /// Operations as Amazon's documentation calls them.
  package enum Operation: String, Decodable, Sendable {
    case listBuckets = "ListBuckets"
    case createBucket = "CreateBucket"
    case headBucket = "HeadBucket"
    case getBucketLocation = "GetBucketLocation"
    case listObjects = "ListObjectsV2"
    case getObject = "GetObject"
    case headObject = "HeadObject"
    case putObject = "PutObject"
    case deleteObject = "DeleteObject"
    case deleteObjects = "DeleteObjects"
    case createUpload = "CreateMultipartUpload"
    case uploadPart = "UploadPart"
    case completeUpload = "CompleteMultipartUpload"
    case abortUpload = "AbortMultipartUpload"
    case listParts = "ListParts"
    case listUploads = "ListMultipartUploads"
    /// All of STS.
    case sts = "STS"
  }

  // MARK: Faults

  package enum Fault: String, Sendable, CaseIterable {
    case internalError = "500"
    case slowDown = "503"
    case tooManyRequests = "429"
    /// The connection is reset before an answer, or in the middle of its body.
    case reset = "reset"
    case resetInBody = "reset-body"
    /// The connection is closed in the middle of the body.
    case truncation = "truncate"
    /// One bit of the body is another.
    case flippedBit = "flip"
    /// Nothing comes, or nothing after half of the body, until the client hangs up.
    case stall = "stall"
    case stallInBody = "stall-body"
    /// Status 200 with an error in the body, as a completed upload may end.
    case errorInGoodAnswer = "late"
  }

  /// Which of the requests that a fault may strike it does strike.
  package struct Aim: Sendable {
    /// So many in all.
    var first: Int?
    /// So many of each key.
    var firstOfEachKey: Int?
    /// This share, drawn by operation, key and how often it was asked for: in whatever order requests
    /// come, the same ones are struck.
    var share = 1.0
    var seed = 1

    package static let all = Aim()
    package static func first(_ count: Int) -> Aim { Aim(first: count) }
    package static func firstOfEachKey(_ count: Int) -> Aim { Aim(firstOfEachKey: count) }
    package static func share(_ share: Double, seed: Int = 1) -> Aim {
      Aim(share: share, seed: seed)
    }
  }

  /// Puts a fault in force; of several, the first that strikes is the one.
  ///
  /// - Parameters:
  ///   - operation: Nil for all.
  ///   - key: A regular expression that is found in the key, or in the prefix of a listing.
  ///   - retryAfter: Seconds that a refusal asks to wait.
  package func fault(
    _ kind: Fault, on operation: Operation? = nil, key: String? = nil, _ aim: Aim = .all,
    retryAfter: Int? = nil
  ) throws {
    try command(
      "fault",
      [
        "kind": kind.rawValue, "operation": operation?.rawValue, "key": key, "first": aim.first,
        "first_per_key": aim.firstOfEachKey, "probability": aim.share, "seed": aim.seed,
        "retry_after": retryAfter,
      ])
  }

  /// Refuses an operation, on keys that the regular expression is found in, with a code of S3's.
  package func deny(
    _ operation: Operation, key: String? = nil, code: String = "AccessDenied"
  ) throws {
    try command("deny", ["operation": operation.rawValue, "key": key, "code": code])
  }

  /// Ends all faults and refusals.
  package func heal() throws {
    try command("heal", [:])
  }

  /// How a listing may be wrong.
  package enum Quirk: Sendable {
    /// This answer and no other.
    case raw(String)
    /// Ends in the middle of the document, though the answer is whole.
    case cut
    case unsorted
    /// Ignores `start-after` and `continuation-token`.
    case deaf
    /// Gives the token that it was given.
    case repeating
  }

  /// Makes the listing of a bucket wrong; nil to make it right again.
  package func listing(_ quirk: Quirk?, of bucket: String = bucket) throws {
    var text: String?
    if case .raw(let answer) = quirk { text = answer }
    let kind = quirk.map { String("\($0)".prefix { $0 != "(" }) }
    try command("listing", ["bucket": bucket, "kind": kind, "text": text])
  }

  // MARK: Whom it knows, and how it is

  /// Makes a pair of keys known; a temporary one has a token.
  package func admit(_ key: String, secret: String, token: String? = nil) throws {
    try command("credential", ["key": key, "secret": secret, "token": token])
  }

  /// Ends the life of a key's token.
  package func expire(_ key: String) throws {
    try command("expire", ["key": key])
  }

  package func allowAnonymous() throws {
    try command("settings", ["anonymous": true])
  }

  /// Sets the server's clock so many seconds ahead of the true time.
  package func setClock(ahead seconds: Int) throws {
    try command("settings", ["clock_offset": seconds])
  }

  /// Sets how long each answer is held back.
  package func setLatency(milliseconds: Int) throws {
    try command("settings", ["latency": Double(milliseconds) / 1000])
  }

  /// Sets what a part of an upload must have that is not the last; 5 MiB, as with Amazon, until then.
  package func setSmallestPart(bytes: Int) throws {
    try command("settings", ["smallest_part": bytes])
  }

  /// Sets after how many requests the server closes a connection.
  package func setRequests(aConnection count: Int) throws {
    try command("settings", ["requests_a_connection": count])
  }

  // MARK: What it saw

  package struct Counts: Decodable, Sendable {
    /// Requests by operation.
    private var operations: [String: Int]
    private var statuses: [String: Int]
    private var faults: [String: Int]
    package var connections: Int
    /// The most that were open at once.
    package var mostConnections: Int

    private enum CodingKeys: String, CodingKey {
      case operations, statuses, faults, connections
      case mostConnections = "most_connections"
    }

    package var requests: Int { operations.values.reduce(0, +) }
    package subscript(operation: Operation) -> Int { operations[operation.rawValue] ?? 0 }
    package subscript(status status: Int) -> Int { statuses[String(status)] ?? 0 }
    package subscript(fault: Fault) -> Int { faults[fault.rawValue] ?? 0 }
  }

  /// What the server saw since its start, or since it was told to forget.
  package func counts() throws -> Counts {
    try command("counters", [:], as: Counts.self)
  }

  /// How often each key was asked for with an operation; for a listing, each prefix.
  package func requests(_ operation: Operation) throws -> [String: Int] {
    struct Reply: Decodable { var keys: [String: Int] }
    return try command("requests", ["operation": operation.rawValue], as: Reply.self).keys
  }

  package func forget() throws {
    try command("forget", [:])
  }
}
