extension CredentialSource {
  /// The keys of a profile in `~/.aws/credentials`.
  static let credentialsFile = CredentialSource(name: "credentials file") {
    search throws(AWSError) in
    let config = search.config
    return try keys(of: search, in: config.credentials, at: config.credentialsPath)
  }

  /// The keys of a profile in `~/.aws/config`.
  static let configFile = CredentialSource(name: "config file") { search throws(AWSError) in
    let config = search.config
    return try keys(of: search, in: config.configured, at: config.configPath)
  }

  private static func keys(
    of search: CredentialSearch, in profiles: [String: SharedConfig.Section]?, at path: String
  ) throws(AWSError) -> Finding {
    guard let section = profiles?[search.profile], let key = section["aws_access_key_id"] else {
      return .notInProfile
    }
    guard let secret = section["aws_secret_access_key"] else {
      throw search.fault("\(path) gives it an aws_access_key_id and no aws_secret_access_key.")
    }
    return .found(
      Credentials(
        accessKeyID: key, secretAccessKey: secret,
        sessionToken: section["aws_security_token"] ?? section["aws_session_token"],
        origin: search.origin))
  }
}
