extension CredentialSource {
  /// A role that the profile takes on with another one's credentials.
  static let assumedRole = CredentialSource(name: "role") { search throws(AWSError) in
    guard search.hasRole else { return .notInProfile }
    return .found(try search.assumeRole())
  }

  /// What `credential_source` may name.
  fileprivate static let named = [
    "Environment": environment, "EcsContainer": container, "Ec2InstanceMetadata": instance,
  ]
}

extension CredentialSearch {
  fileprivate var hasRole: Bool {
    section["role_arn"] != nil && section["web_identity_token_file"] == nil
  }

  private var hasKeys: Bool {
    section["aws_access_key_id"] != nil || section["aws_secret_access_key"] != nil
  }

  fileprivate func assumeRole() throws(AWSError) -> Credentials {
    let section = section
    if let device = section["mfa_serial"] {
      throw fault(
        "its role wants a code of \(device), and benchdb cannot ask for it; put what \"aws configure "
          + "export-credentials --profile \(profile) --format env\" prints into the environment.")
    }
    let role = STS.Role(
      arn: section["role_arn"] ?? "",
      session: section["role_session_name"] ?? "benchdb-session-\(now)",
      externalID: section["external_id"],
      seconds: section["duration_seconds"].flatMap { Int($0) })
    let source = try sourceCredentials()
    return try STS(settings, send: world.send).assume(role, by: source, origin: origin, at: now)
  }

  /// Whose credentials take the role on.
  private func sourceCredentials() throws(AWSError) -> Credentials {
    switch (section["source_profile"], section["credential_source"]) {
    case (nil, nil):
      throw fault("its role needs a source_profile or a credential_source.")
    case (.some, .some):
      throw fault("it has both a source_profile and a credential_source; one is right.")
    case (nil, let source?): return try credentials(of: source)
    case (let lender?, nil): return try lent(by: lender)
    }
  }

  private func credentials(of name: String) throws(AWSError) -> Credentials {
    guard let source = CredentialSource.named[name] else {
      let known = CredentialSource.named.keys.sorted().joined(separator: ", ")
      throw fault("its credential_source is \"\(name)\"; \(known) are right.")
    }
    switch try source.look(self) {
    case .found(let credentials): return credentials
    case .nothing(let reason):
      throw fault("its credential_source \(name) has no credentials: \(reason).")
    case .notInProfile: preconditionFailure("no profile is a credential_source")
    }
  }

  private func lent(by name: String) throws(AWSError) -> Credentials {
    guard config.profile(name) != nil else {
      throw fault("its source_profile \"\(name)\" does not exist.")
    }
    let search = lending(name)
    // A profile may lend its own keys to its role.
    let isCircle = search.waiting.contains(name) && !(name == profile && hasKeys)
    if isCircle {
      let circle = search.waiting.drop { $0 != name } + [name]
      throw fault("its roles go round in a circle: \(circle.joined(separator: ", ")).")
    }
    if search.hasRole, !search.hasKeys { return try search.assumeRole() }
    do {
      return try search.first(of: CredentialSource.profile)
    } catch .noCredentials {
      throw fault("its source_profile \"\(name)\" has no credentials.")
    }
  }
}
