extension CredentialSource {
  /// The variables with keys themselves.
  static let environment = CredentialSource(name: "environment") { search throws(AWSError) in
    let world = search.world
    guard let key = world["AWS_ACCESS_KEY_ID"] else {
      return .nothing("AWS_ACCESS_KEY_ID is not set")
    }
    let origin = "AWS_ACCESS_KEY_ID"
    guard let secret = world["AWS_SECRET_ACCESS_KEY"] else {
      throw .credentials(origin: origin, reason: "AWS_SECRET_ACCESS_KEY is not set.")
    }
    var expiration: Int?
    if let end = world["AWS_CREDENTIAL_EXPIRATION"] {
      guard let date = ISODate(end) else {
        throw .credentials(
          origin: origin, reason: "AWS_CREDENTIAL_EXPIRATION is \"\(end)\", which is no date.")
      }
      expiration = date.seconds
    }
    return .found(
      Credentials(
        accessKeyID: key, secretAccessKey: secret,
        sessionToken: world["AWS_SECURITY_TOKEN"] ?? world["AWS_SESSION_TOKEN"],
        expiration: expiration, origin: origin))
  }
}
