extension CredentialSource {
  /// A role for the bearer of a token that lies in a file, as Kubernetes puts it there.
  static let webIdentity = CredentialSource(name: "web identity") { search throws(AWSError) in
    func value(_ name: String, _ variable: String) -> String? {
      let variable = search.heedsVariables ? search.world[variable] : nil
      return variable ?? search.section[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let path = value("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE") else {
      return .nothing("AWS_WEB_IDENTITY_TOKEN_FILE is not set")
    }
    let isVariable = search.heedsVariables && search.world["AWS_WEB_IDENTITY_TOKEN_FILE"] != nil
    let origin = isVariable ? "AWS_WEB_IDENTITY_TOKEN_FILE" : search.origin
    guard let arn = value("role_arn", "AWS_ROLE_ARN") else {
      throw .credentials(origin: origin, reason: "neither AWS_ROLE_ARN nor role_arn is set.")
    }
    let session = value("role_session_name", "AWS_ROLE_SESSION_NAME")
    let token = try search.world.text(of: path, for: origin)
    let sts = STS(search.settings, send: search.world.send)
    return .found(
      try sts.assume(
        STS.Role(arn: arn, session: session ?? "benchdb-session-\(search.now)"), bearing: token,
        from: path, origin: origin, at: search.now))
  }
}
