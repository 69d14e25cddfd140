internal import HTTP

extension CredentialSource {
  /// A role of IAM Identity Center, by the token that `aws sso login` leaves in a file.
  ///
  /// **Source**: AWS SDKs and Tools Reference Guide, "IAM Identity Center credential provider";
  /// botocore's `SSOProvider` and `SSOTokenProvider`.
  static let sso = CredentialSource(name: "SSO") { search throws(AWSError) in
    let section = search.section
    guard section["sso_role_name"] != nil || section["sso_account_id"] != nil else {
      return .notInProfile
    }
    let login = try SSOLogin(search)
    let token = try login.token()
    return .found(try login.credentials(for: token))
  }
}

/// How a profile gets the credentials of its role.
private struct SSOLogin {
  private let search: CredentialSearch
  private let session: String?
  private let startURL: String
  private let region: String
  private let role: String
  private let account: String

  init(_ search: CredentialSearch) throws(AWSError) {
    self.search = search
    session = search.section["sso_session"]
    let values = try Self.values(search)
    func required(_ name: String) throws(AWSError) -> String {
      guard let value = values[name] else { throw search.fault("it has no \(name).") }
      return value
    }
    startURL = try required("sso_start_url")
    region = try required("sso_region")
    role = try required("sso_role_name")
    account = try required("sso_account_id")
    guard isHostLabel(region) else {
      throw search.fault("its sso_region is \"\(region)\"; us-east-1 is one.")
    }
  }

  /// The profile's values with those of its session, which may not differ.
  private static func values(_ search: CredentialSearch) throws(AWSError) -> SharedConfig.Section {
    guard let name = search.section["sso_session"] else { return search.section }
    guard let session = search.config.sessions[name] else {
      throw search.fault(
        "its sso_session is \"\(name)\", and \(search.config.configPath) has no "
          + "[sso-session \(name)].")
    }
    for (name, value) in session where (search.section[name] ?? value) != value {
      throw search.fault("its \(name) is not that of its sso-session.")
    }
    return search.section.merging(session) { $1 }
  }

  // MARK: The token

  private var path: String {
    let hash = Digest.of(Array((session ?? startURL).utf8), by: .sha1)
    return "~/.aws/sso/cache/\(Digest.hexadecimal(hash)).json"
  }

  /// The token that is in the file, or a newer one where a session can be prolonged.
  func token() throws(AWSError) -> String {
    guard let bytes = try search.world.bytes(of: path) else {
      throw loggedOut("nobody is logged in")
    }
    guard let token = try? decode(SSOToken.self, from: bytes), let end = ISODate(token.expiresAt)
    else {
      throw loggedOut("\(path) is not what \"aws sso login\" leaves")
    }
    let left = end.seconds - search.now
    if left < 15 * 60, session != nil, let newer = prolonged(token) { return newer.accessToken }
    guard left > 0 else { throw loggedOut("the login has ended") }
    return token.accessToken
  }

  private func loggedOut(_ reason: String) -> AWSError {
    let command =
      search.profile == "default" ? "aws sso login" : "aws sso login --profile \(search.profile)"
    return search.fault("\(reason); \"\(command)\" logs in.")
  }

  /// A new token for one that ends soon, kept where the AWS CLI finds it; nil where there is none to be
  /// had.
  private func prolonged(_ token: SSOToken) -> SSOToken? {
    guard let end = token.registrationExpiresAt.flatMap(ISODate.init), end.seconds > search.now,
      let refresh = token.refreshToken, let client = token.clientID,
      let secret = token.clientSecret,
      let question = try? encode([
        "grantType": "refresh_token", "refreshToken": refresh, "clientId": client,
        "clientSecret": secret,
      ])
    else { return nil }
    let url =
      search.settings.endpoints["sso_oidc"]?.value ?? awsAddress(of: "oidc", in: region)
    let request = Request(
      .post, url + "/token", headers: [Header("Content-Type", "application/json")],
      body: .bytes(question))
    guard let response = try? search.world.send(request), response.isGood,
      let answer = try? decode(SSOTokenAnswer.self, from: response.body)
    else { return nil }
    var newer = token
    newer.startURL = startURL
    newer.region = region
    newer.accessToken = answer.accessToken
    newer.expiresAt = ISODate(seconds: search.now + answer.expiresIn).text
    newer.refreshToken = answer.refreshToken ?? refresh
    keep(newer)
    return newer
  }

  /// What cannot be kept is good all the same, for now.
  private func keep(_ token: SSOToken) {
    guard let bytes = try? encode(token) else { return }
    try? search.world.write(search.world.expanded(path), bytes)
  }

  // MARK: The role

  func credentials(for token: String) throws(AWSError) -> Credentials {
    let url = search.settings.endpoints["sso"]?.value ?? awsAddress(of: "portal.sso", in: region)
    let request = Request(
      .get,
      "\(url)/federation/credentials?role_name=\(percentEncoded(role))"
        + "&account_id=\(percentEncoded(account))",
      headers: [Header("x-amz-sso_bearer_token", token)])
    let operation = "GetRoleCredentials"
    let response = try persist(operation, send: search.world.send) { request }
    if response.status == 401 { throw loggedOut("the login has ended") }
    guard response.isGood else {
      let code = response[header: "x-amzn-ErrorType"]?.prefix { $0 != ":" }
      throw .service(
        ServiceFault(
          service: "SSO", operation: operation, deed: "give",
          resource: "the role \(role) of account \(account)", status: response.status,
          code: String(code ?? ""), identity: "the login of \(search.origin)"))
    }
    do throws(JSONFault) {
      let answer = try decode(SSORoleAnswer.self, from: response.body).roleCredentials
      return Credentials(
        accessKeyID: answer.accessKeyId, secretAccessKey: answer.secretAccessKey,
        sessionToken: answer.sessionToken, expiration: answer.expiration / 1000,
        origin: search.origin)
    } catch {
      throw .malformed(operation: operation, reason: "it \(error.reason)")
    }
  }
}

/// The file that `aws sso login` leaves.
private struct SSOToken: Codable {
  var startURL: String?
  var region: String?
  var accessToken: String
  var expiresAt: String
  var clientID: String?
  var clientSecret: String?
  var registrationExpiresAt: String?
  var refreshToken: String?

  enum CodingKeys: String, CodingKey {
    case region, accessToken, expiresAt, clientSecret, registrationExpiresAt, refreshToken
    case startURL = "startUrl"
    case clientID = "clientId"
  }
}

private struct SSOTokenAnswer: Decodable {
  var accessToken: String
  /// In seconds.
  var expiresIn: Int
  var refreshToken: String?
}

private struct SSORoleAnswer: Decodable {
  struct Role: Decodable {
    var accessKeyId: String
    var secretAccessKey: String
    var sessionToken: String
    /// In milliseconds since 1970.
    var expiration: Int
  }
  var roleCredentials: Role
}
