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
  /// An answer that is not what it should be.
  case malformed(operation: String, reason: String)
}

/// A service's own words on a request that it did not fulfil.
package struct ServiceFault: Error, Sendable, Equatable {
  /// What was asked, as the service's documentation calls it: `ListObjectsV2`.
  package var operation: String
  package var status: Int
  /// `AccessDenied`, `NoSuchBucket` …; empty where the answer has none, as that to a HEAD.
  package var code: String
  package var message: String
  /// Who it was about: a bucket, a key; and the request's id for the service's support.
  package var resource: String
  package var requestID: String

  package init(
    operation: String, status: Int, code: String = "", message: String = "",
    resource: String = "", requestID: String = ""
  ) {
    self.operation = operation
    self.status = status
    self.code = code
    self.message = message
    self.resource = resource
    self.requestID = requestID
  }
}
