/// A place where credentials may be.
struct CredentialSource: Sendable {
  /// As it is called where all places are listed that were tried.
  let name: String
  /// Looks there. Throws where credentials are meant to be and cannot be had: then no other place is
  /// looked at, lest one signs as someone else.
  let look: @Sendable (CredentialSearch) throws(AWSError) -> Finding

  enum Finding {
    case found(Credentials)
    /// None are meant to be there; in words, why that is so.
    case nothing(String)
    /// The profile has nothing of the kind.
    case notInProfile
  }

  /// The order of the AWS CLI: botocore's `create_credential_resolver`, without what only its first
  /// version knew.
  static let all = [environment, assumedRole] + profile + [container, instance]

  /// What a profile may hold besides a role to take on.
  static let profile = [
    webIdentity, sso, credentialsFile, login, credentialProcess, configFile,
  ]
}
