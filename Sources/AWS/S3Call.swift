package import HTTP

/// One thing to ask of S3, before it is addressed and signed.
package struct S3Call: Sendable {
  /// As the S3 API calls it: `GetObject`. It is also the permission that is needed, but for a few.
  package var operation: String
  package var method: Request.Method
  /// The object's; nil for the bucket itself.
  package var key: String?
  /// Names and values as they are meant; a value of nil is a name alone, as in `?uploads`.
  package var query: [(name: String, value: String?)] = []
  package var headers: [Header] = []
  package var body: Request.Body?
  /// What of the body is signed.
  package var payload = Signer.Payload.empty
  /// Where a good answer's body goes; nil to have it in the answer.
  package var sink: (any BodySink)?

  init(_ operation: String, _ method: Request.Method, key: String? = nil) {
    self.operation = operation
    self.method = method
    self.key = key
  }

  /// What it does, as a verb.
  package var deed: String {
    switch operation {
    case "ListObjectsV2", "HeadBucket": "list"
    case "GetObject", "HeadObject": "read"
    case "DeleteObject", "DeleteObjects": "delete from"
    case "ListMultipartUploads", "ListParts": "list the uploads of"
    default: "write"
    }
  }

  /// The permission that a policy must grant for it.
  package var permission: String {
    switch operation {
    case "ListObjectsV2", "HeadBucket": "s3:ListBucket"
    case "HeadObject": "s3:GetObject"
    case "DeleteObjects": "s3:DeleteObject"
    case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload": "s3:PutObject"
    case "ListParts": "s3:ListMultipartUploadParts"
    case "ListMultipartUploads": "s3:ListBucketMultipartUploads"
    default: "s3:\(operation)"
    }
  }
}

extension S3Call {
  /// The bytes of an object.
  package static func get(_ key: String, into sink: (any BodySink)? = nil) -> S3Call {
    var call = S3Call("GetObject", .get, key: key)
    call.headers = [Header("x-amz-checksum-mode", "ENABLED")]
    call.sink = sink
    return call
  }

  /// Whether there is an object, and its ETag.
  package static func head(_ key: String) -> S3Call {
    S3Call("HeadObject", .head, key: key)
  }

  /// Whether the bucket is there and may be listed.
  package static let headBucket = S3Call("HeadBucket", .head)

  /// Writes an object whole; the store refuses what arrives otherwise than it was sent.
  package static func put(_ bytes: [UInt8], to key: String) -> S3Call {
    var call = S3Call("PutObject", .put, key: key)
    call.carry(bytes)
    return call
  }

  /// Sends `bytes` along, with their digests.
  mutating func carry(_ bytes: [UInt8]) {
    body = .bytes(bytes)
    payload = .bytes(bytes)
    headers.append(Header("Content-MD5", Digest.base64(Digest.of(bytes, by: .md5))))
  }
}
