package import HTTP

/// Why AWS, or what speaks like it, did not do what was asked.
package enum AWSError: Error, Sendable {
  /// No credentials were found; each place that was looked at, with what was wrong there.
  case noCredentials(tried: [String])
  /// A file or a variable of the AWS configuration cannot be meant.
  case configuration(String)
  /// A source of credentials was there and gave none.
  case credentials(origin: String, reason: String)
  /// The service refused or failed, and said why.
  case service(ServiceFault)
  /// There is no answer.
  case transport(HTTPError, operation: String)
  /// A file that became another while it was sent.
  case changed(String)
  /// An answer that is not what it should be.
  case malformed(operation: String, reason: String)
}

/// A service's own words on a request that it did not fulfil.
package struct ServiceFault: Error, Sendable, Equatable {
  /// Who was asked, as people call it: `S3`, `STS`.
  package var service: String
  /// What was asked, as the service's documentation calls it: `ListObjectsV2`.
  package var operation: String
  /// The same as a verb: `list`.
  package var deed: String
  /// What it was asked of: `s3://lab/bench/`.
  package var resource: String
  package var status: Int
  /// `AccessDenied`, `NoSuchBucket` …; empty where the answer has none, as that to a HEAD.
  package var code: String
  package var message: String
  /// For the service's support.
  package var requestID: String
  /// Who asked: `profile "lab"`; nil for nobody, in an unsigned request.
  package var identity: String?
  /// What a policy must allow: `s3:ListBucket`.
  package var permission: String

  package init(
    service: String = "S3", operation: String, deed: String = "", resource: String = "",
    status: Int, code: String = "", message: String = "", requestID: String = "",
    identity: String? = nil, permission: String = ""
  ) {
    self.service = service
    self.operation = operation
    self.deed = deed.isEmpty ? operation : deed
    self.resource = resource
    self.status = status
    self.code = code
    self.message = message
    self.requestID = requestID
    self.identity = identity
    self.permission = permission
  }
}

extension ServiceFault {
  /// What went wrong, as far as it matters to who asked.
  package enum Kind: Sendable {
    case denied, noBucket, noObject, expired, unknownKey, clock, throttled, busy, other
  }

  package var kind: Kind {
    switch code {
    case "AccessDenied", "AllAccessDisabled", "AccountProblem", "Forbidden",
      "ForbiddenException":
      .denied
    case "NoSuchBucket": .noBucket
    case "NoSuchKey", "NoSuchVersion": .noObject
    case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "InvalidToken",
      "RequestExpired":
      .expired
    case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidClientTokenId",
      "UnrecognizedClientException":
      .unknownKey
    case "RequestTimeTooSkewed", "RequestInTheFuture": .clock
    case "SlowDown", "Throttling", "ThrottlingException", "TooManyRequests",
      "RequestLimitExceeded":
      .throttled
    case "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted": .busy
    case "": Self.kind(ofStatus: status)
    default: status >= 500 ? .busy : .other
    }
  }

  private static func kind(ofStatus status: Int) -> Kind {
    switch status {
    case 401, 403: .denied
    case 404: .noObject
    case 429: .throttled
    case 500...: .busy
    default: .other
    }
  }
}
