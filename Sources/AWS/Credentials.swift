/// Who signs a request. What is secret in it is never printed.
package struct Credentials: Sendable, Equatable {
  package var accessKeyID: String
  package var secretAccessKey: String
  package var sessionToken: String?
  /// When they end, in seconds since 1970; nil for never.
  package var expiration: Int?
  /// Where they come from, as errors say it: `profile "lab"`.
  package var origin: String

  package init(
    accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil,
    expiration: Int? = nil, origin: String
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
    self.origin = origin
  }
}

extension Credentials: HoldsSecrets {
  package var description: String { "credentials of \(origin)" }
}
