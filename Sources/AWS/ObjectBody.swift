package import HTTP

/// Takes the body of an object: digests all of it, and keeps what there is room for.
// Only the thread that runs the transport touches it: it is handed on when the answer has come.
package final class ObjectBody: BodySink, @unchecked Sendable {
  private let room: Int
  private let md5 = Digest(.md5)
  private var others: OtherDigests?
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var digest: [UInt8]?

  /// Bytes in all.
  package private(set) var count = 0

  /// - Parameters:
  ///   - etag: what the object is expected to have; one that is no MD5 costs more digests.
  ///   - room: bytes that are kept, of what is longer a quarter from its beginning and the rest from
  ///     its end.
  package init(etag: String, room: Int = 4 << 20) {
    self.room = room
    others = Self.isMD5(etag) ? nil : OtherDigests()
  }

  package func restart() {
    md5.restart()
    if others != nil { others = OtherDigests() }
    (head, tail, digest, count) = ([], [], nil, 0)
  }

  package func receive(_ bytes: UnsafeRawBufferPointer) {
    md5.update(bytes)
    others?.update(bytes)
    count += bytes.count
    let first = min(bytes.count, room - head.count)
    head.append(contentsOf: bytes.prefix(tail.isEmpty ? first : 0))
    tail.append(contentsOf: bytes.dropFirst(tail.isEmpty ? first : 0))
    let most = room - room / 4
    if tail.count > 2 * most { tail.removeFirst(tail.count - most) }
  }

  /// The body; of one that is longer than the room, both ends and a line between them.
  package var bytes: [UInt8] {
    if tail.isEmpty { return head }
    let first = head.prefix(room / 4)
    let last = (head.dropFirst(first.count) + tail).suffix(room - first.count)
    let gap = count - first.count - last.count
    return first + (gap > 0 ? Array("\n[... \(gap) bytes left out ...]\n".utf8) : []) + last
  }

  /// What of an answer's body is not as the store has it; nil if all is well, or nothing can tell.
  ///
  /// An ETag that is an MD5 tells, unless the object is encrypted by a key of its owner's; else the
  /// checksums that the store sends of the whole object.
  package func fault(in response: Response) -> String? {
    let etag = ListingPage.unquoted(response[header: "ETag"] ?? "")
    let encryption = response[header: "x-amz-server-side-encryption"] ?? ""
    let hasOwnKey =
      encryption.hasPrefix("aws:kms")
      || response[header: "x-amz-server-side-encryption-customer-algorithm"] != nil
    if Self.isMD5(etag), !hasOwnKey, Digest.hexadecimal(md5Digest) != etag.lowercased() {
      return "its MD5 is not its ETag"
    }
    return others?.fault(in: response)
  }

  private var md5Digest: [UInt8] {
    let finished = digest ?? md5.finish()
    digest = finished
    return finished
  }

  /// Whether an ETag is made of the digits of an MD5; those of multipart uploads are not.
  static func isMD5(_ etag: String) -> Bool {
    etag.utf8.count == 32 && etag.allSatisfy(\.isHexDigit)
  }
}

/// The digests that S3 may keep of an object besides the MD5.
private struct OtherDigests {
  private let sha1 = Digest(.sha1)
  private let sha256 = Digest(.sha256)
  private var checksums = Checksum.Algorithm.allCases.map(Checksum.init)

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    sha1.update(bytes)
    sha256.update(bytes)
    for index in checksums.indices { checksums[index].update(bytes) }
  }

  func fault(in response: Response) -> String? {
    if response[header: "x-amz-checksum-type"] == "COMPOSITE" { return nil }
    let known =
      checksums.map { ($0.algorithm.rawValue, $0.bytes) }
      + [("sha1", sha1.finish()), ("sha256", sha256.finish())]
    for (name, bytes) in known {
      guard let told = response[header: "x-amz-checksum-\(name)"], !told.contains("-") else {
        continue
      }
      return told == Digest.base64(bytes) ? nil : "its \(name) is another"
    }
    return nil
  }
}
