internal import HTTP

/// An object as a listing tells of it.
package struct ListedObject: Sendable, Equatable {
  package var key: String
  /// Without quotes: the MD5 of the body in hexadecimal, for an object that was put whole and is not
  /// encrypted by a key of its owner's.
  package var etag: String
  /// Bytes.
  package var size: Int
  /// ISO 8601, UTC.
  package var modifiedAt: String

  package init(key: String, etag: String, size: Int, modifiedAt: String) {
    self.key = key
    self.etag = etag
    self.size = size
    self.modifiedAt = modifiedAt
  }
}

/// A page of `ListObjectsV2`: up to a thousand objects in the order of their keys' bytes.
///
/// **Source**: Amazon S3 API Reference, ListObjectsV2.
package struct ListingPage: Sendable, Equatable {
  package private(set) var objects: [ListedObject] = []
  /// What to ask the next page by; nil for the last page.
  package private(set) var continuation: String?

  /// Reads an answer.
  ///
  /// - Throws: `XMLReader.Fault` for what is no such answer, an object without its parts included: a
  ///   page that is read wrong would make objects vanish.
  package init(_ bytes: [UInt8]) throws(XMLReader.Fault) {
    var reader = XMLReader(bytes)
    var isEncoded = false
    var isTruncated: Bool?
    var count: Int?
    guard try reader.next() == .start, reader.isNamed("ListBucketResult") else {
      throw XMLReader.Fault("the answer is no listing")
    }
    while let piece = try reader.next() {
      guard piece == .start else { continue }
      if reader.isNamed("Contents") {
        objects.append(try Self.object(&reader))
      } else if reader.isNamed("IsTruncated") {
        isTruncated = Bool(try reader.content())
      } else if reader.isNamed("NextContinuationToken") {
        continuation = try reader.content()
      } else if reader.isNamed("EncodingType") {
        isEncoded = try reader.content() == "url"
      } else if reader.isNamed("KeyCount") {
        count = Int(try reader.content())
      } else {
        _ = try reader.content()
      }
    }
    guard let isTruncated, isTruncated == (continuation != nil) else {
      throw XMLReader.Fault("the listing does not say whether it goes on")
    }
    guard count == nil || count == objects.count else {
      throw XMLReader.Fault("the listing has \(objects.count) keys and says it has \(count ?? 0)")
    }
    if isEncoded {
      for index in objects.indices { objects[index].key = try Self.decoded(objects[index].key) }
    }
  }

  private static func object(_ reader: inout XMLReader) throws(XMLReader.Fault) -> ListedObject {
    var (key, etag, size, modifiedAt): (String?, String?, Int?, String?)
    let depth = reader.depth
    while let piece = try reader.next(), reader.depth >= depth {
      guard piece == .start else { continue }
      if reader.isNamed("Key") {
        key = try reader.content()
      } else if reader.isNamed("ETag") {
        etag = try reader.content()
      } else if reader.isNamed("Size") {
        size = Int(try reader.content())
      } else if reader.isNamed("LastModified") {
        modifiedAt = try reader.content()
      } else {
        _ = try reader.content()
      }
    }
    guard let key, let etag, let size, let modifiedAt, size >= 0 else {
      throw XMLReader.Fault("the listing has an object without key, ETag, size or date")
    }
    return ListedObject(key: key, etag: unquoted(etag), size: size, modifiedAt: modifiedAt)
  }

  /// An ETag without its quotes.
  package static func unquoted(_ etag: String) -> String {
    etag.hasPrefix("\"") && etag.hasSuffix("\"") && etag.count > 1
      ? String(etag.dropFirst().dropLast()) : etag
  }

  /// A key as `encoding-type=url` has it: percent-encoded, a plus sign for a space.
  private static func decoded(_ key: String) throws(XMLReader.Fault) -> String {
    guard let decoded = percentDecoded(key.replacing("+", with: " ")) else {
      throw XMLReader.Fault("the listing has a key that is not percent-encoded: \(key)")
    }
    return decoded
  }
}

extension S3Call {
  /// A page of the keys that begin with `prefix`: those after the key `after`, or those that
  /// `continuation` of the page before leads to.
  package static func list(
    prefix: String, after: String? = nil, continuation: String? = nil, most: Int = 1000
  ) -> S3Call {
    var call = S3Call("ListObjectsV2", .get)
    if let continuation { call.query.append(("continuation-token", continuation)) }
    call.query.append(("encoding-type", "url"))
    call.query.append(("list-type", "2"))
    if most != 1000 { call.query.append(("max-keys", String(most))) }
    call.query.append(("prefix", prefix))
    if let after { call.query.append(("start-after", after)) }
    return call
  }
}
