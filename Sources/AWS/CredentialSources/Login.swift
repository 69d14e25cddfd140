extension CredentialSource {
  /// The keys that `aws login` leaves in a file, as long as they last.
  ///
  /// The AWS CLI prolongs them with a key of its own, which we leave to it.
  ///
  /// **Source**: botocore's `LoginProvider`.
  static let login = CredentialSource(name: "login") { search throws(AWSError) in
    guard let session = search.section["login_session"] else {
      return .notInProfile
    }
    let folder = search.world["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache"
    let hash = Digest.hexadecimal(Digest.of(Array(session.utf8), by: .sha256))
    let answer =
      search.profile == "default" ? "aws login" : "aws login --profile \(search.profile)"
    guard let bytes = try search.world.bytes(of: "\(folder)/\(hash).json"),
      let keys = try? decode(LoginFile.self, from: bytes).accessToken,
      let end = ISODate(keys.expiresAt)?.seconds
    else {
      throw search.fault("nobody is logged in; \"\(answer)\" logs in.")
    }
    guard end > search.now else {
      throw search.fault("the login has ended; \"\(answer)\" logs in.")
    }
    return .found(
      Credentials(
        accessKeyID: keys.accessKeyId, secretAccessKey: keys.secretAccessKey,
        sessionToken: keys.sessionToken, expiration: end, origin: search.origin))
  }
}

private struct LoginFile: Decodable {
  struct Keys: Decodable {
    var accessKeyId: String
    var secretAccessKey: String
    var sessionToken: String
    var expiresAt: String
  }
  var accessToken: Keys
}
