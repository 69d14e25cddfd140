package import HTTP

/// Signs requests by AWS's signature version 4.
///
/// **Source**: AWS IAM User Guide, "AWS Signature Version 4 for API requests"; for S3, Amazon S3 API
/// Reference, "Authenticating Requests".
package struct Signer: Sendable, HoldsSecrets {
  /// How a path is written into what is signed.
  package enum PathRule: Sendable {
    /// As it is sent: S3's keys may hold dots and double slashes.
    case asSent
    /// Encoded once more, without dots and double slashes.
    case normalized
    /// Encoded once more.
    case encoded
  }

  /// What of a body is signed.
  package enum Payload: Sendable {
    case hash([UInt8])
    /// Nothing; over TLS, or where the service does not check it.
    case unsigned

    package static func bytes(_ bytes: [UInt8]) -> Payload {
      .hash(Digest.of(bytes, by: .sha256))
    }

    package static let empty = Payload.bytes([])

    var text: String {
      switch self {
      case .hash(let hash): Digest.hexadecimal(hash)
      case .unsigned: "UNSIGNED-PAYLOAD"
      }
    }
  }

  let service: String
  let region: String
  let accessKeyID: String
  let sessionToken: String?
  let pathRule: PathRule
  /// Whether the payload's hash is sent as a header too, as S3 demands.
  var sendsHash: Bool
  /// Whether the token is sent without being signed, as some services want it.
  var leavesTokenUnsigned = false
  private let secret: [UInt8]
  private var cached: (day: String, key: [UInt8]) = ("", [])

  package init(
    service: String, region: String, accessKeyID: String, secretAccessKey: String,
    sessionToken: String? = nil, pathRule: PathRule? = nil
  ) {
    self.service = service
    self.region = region
    self.accessKeyID = accessKeyID
    self.sessionToken = sessionToken
    self.pathRule = pathRule ?? (service == "s3" ? .asSent : .normalized)
    sendsHash = service == "s3"
    secret = Array("AWS4\(secretAccessKey)".utf8)
  }

  /// Adds the headers that sign a request.
  ///
  /// - Parameter seconds: since 1970, by the server's clock.
  package mutating func sign(_ request: inout Request, payload: Payload, at seconds: Int) {
    let date = SigningDate(seconds)
    let hash = payload.text
    request.headers.append(Header("X-Amz-Date", date.moment))
    if sendsHash { request.headers.append(Header("x-amz-content-sha256", hash)) }
    if let sessionToken, !leavesTokenUnsigned {
      request.headers.append(Header("X-Amz-Security-Token", sessionToken))
    }
    let canonical = CanonicalRequest(request, payload: hash, pathRule: pathRule)
    let signature = signature(of: canonical, at: date)
    if let sessionToken, leavesTokenUnsigned {
      request.headers.append(Header("X-Amz-Security-Token", sessionToken))
    }
    request.headers.append(
      Header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(accessKeyID)/\(scope(date)), "
          + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"))
  }

  /// The address that anyone may use for `seconds` from `date` on, without credentials.
  package mutating func presigned(
    _ request: Request, payload: Payload, at start: Int, validFor seconds: Int
  ) -> String {
    let date = SigningDate(start)
    var request = request
    var canonical = CanonicalRequest(request, payload: payload.text, pathRule: pathRule)
    var added = [
      ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
      ("X-Amz-Credential", "\(accessKeyID)/\(scope(date))"), ("X-Amz-Date", date.moment),
      ("X-Amz-SignedHeaders", canonical.signedHeaders), ("X-Amz-Expires", String(seconds)),
    ]
    let token = sessionToken.map { [("X-Amz-Security-Token", $0)] } ?? []
    if !leavesTokenUnsigned { added += token }
    append(added, to: &request.url)
    canonical = CanonicalRequest(request, payload: payload.text, pathRule: pathRule)
    if leavesTokenUnsigned { append(token, to: &request.url) }
    append([("X-Amz-Signature", signature(of: canonical, at: date))], to: &request.url)
    return request.url
  }

  private func append(_ items: [(String, String)], to url: inout String) {
    for (name, value) in items {
      url += (url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + "\(name)=\(percentEncoded(value))"
    }
  }

  func stringToSign(_ canonical: CanonicalRequest, at date: SigningDate) -> String {
    let hash = Digest.hexadecimal(Digest.of(canonical.text.utf8, by: .sha256))
    return "AWS4-HMAC-SHA256\n\(date.moment)\n\(scope(date))\n\(hash)"
  }

  mutating func signature(of canonical: CanonicalRequest, at date: SigningDate) -> String {
    Digest.hexadecimal(Digest.hmac(stringToSign(canonical, at: date).utf8, key: key(date.day)))
  }

  private func scope(_ date: SigningDate) -> String {
    "\(date.day)/\(region)/\(service)/aws4_request"
  }

  /// The key of a day, which is the same for all of the day's requests.
  private mutating func key(_ day: String) -> [UInt8] {
    if cached.day != day {
      let words = [day, region, service, "aws4_request"]
      cached = (day, words.reduce(secret) { Digest.hmac($1.utf8, key: $0) })
    }
    return cached.key
  }
}
