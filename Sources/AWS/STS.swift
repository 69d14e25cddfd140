package import HTTP

/// The Security Token Service: roles that are taken on, and who one is.
///
/// **Source**: AWS Security Token Service API Reference, version 2011-06-15.
package struct STS {
  /// Where it is, without a path.
  let url: String
  let region: String
  let send: (Request) throws(HTTPError) -> Response

  package init(_ settings: AWSSettings, send: @escaping (Request) throws(HTTPError) -> Response) {
    region = settings.region.value
    url = settings.endpoints["sts"]?.value ?? awsAddress(of: "sts", in: region)
    self.send = send
  }

  /// Who one is to AWS.
  package struct Identity: Sendable, Equatable {
    package var account: String
    package var arn: String
    package var userID: String
  }

  /// A role to be taken on, and in what way.
  struct Role {
    var arn: String
    /// What the session is called in AWS's logs.
    var session: String
    var externalID: String?
    var seconds: Int?
  }

  /// Who signs with these credentials; anyone may ask that.
  package func identity(
    of credentials: Credentials, at now: Int
  ) throws(AWSError) -> Identity {
    let action = Action("GetCallerIdentity", deed: "name", resource: "who asks", by: credentials)
    let result = try ask(action, at: now)
    return Identity(
      account: try text("Account", of: result, action),
      arn: try text("Arn", of: result, action), userID: try text("UserId", of: result, action))
  }

  /// The credentials of a role that others may take on.
  func assume(
    _ role: Role, by credentials: Credentials, origin: String, at now: Int
  ) throws(AWSError) -> Credentials {
    var action = Action("AssumeRole", deed: "assume", resource: role.arn, by: credentials)
    action.form = role.form
    return try self.credentials(action, origin: origin, at: now)
  }

  /// The credentials of a role for the bearer of a token of someone else's making.
  func assume(
    _ role: Role, bearing token: String, from path: String, origin: String, at now: Int
  ) throws(AWSError) -> Credentials {
    var action = Action(
      "AssumeRoleWithWebIdentity", deed: "assume", resource: role.arn, by: nil)
    action.identity = "the token in \(path)"
    action.form = role.form + [("WebIdentityToken", token)]
    return try credentials(action, origin: origin, at: now)
  }

  // MARK: Asking

  private struct Action {
    let name: String
    let deed: String
    let resource: String
    let credentials: Credentials?
    var identity: String?
    var form: [(String, String)] = []

    init(_ name: String, deed: String, resource: String, by credentials: Credentials?) {
      self.name = name
      self.deed = deed
      self.resource = resource
      self.credentials = credentials
      identity = credentials?.origin
    }
  }

  private func credentials(
    _ action: Action, origin: String, at now: Int
  ) throws(AWSError) -> Credentials {
    let result = try ask(action, at: now)
    guard let found = result.first("Credentials") else {
      throw .malformed(operation: action.name, reason: "it has no Credentials")
    }
    let end = try text("Expiration", of: found, action)
    guard let expiration = ISODate(end)?.seconds else {
      throw .malformed(operation: action.name, reason: "\(end) is no date")
    }
    return Credentials(
      accessKeyID: try text("AccessKeyId", of: found, action),
      secretAccessKey: try text("SecretAccessKey", of: found, action),
      sessionToken: try text("SessionToken", of: found, action), expiration: expiration,
      origin: origin)
  }

  private func text(
    _ name: String, of element: XMLElement, _ action: Action
  ) throws(AWSError) -> String {
    guard let text = element.text(name), !text.isEmpty else {
      throw .malformed(operation: action.name, reason: "it has no \(name)")
    }
    return text
  }

  /// The element `ActionResult` of the answer.
  private func ask(_ action: Action, at now: Int) throws(AWSError) -> XMLElement {
    var (response, body) = try answer(to: action, at: now)
    if let clock = response[header: "Date"].flatMap(HTTPDate.init), isStale(response, body) {
      (response, body) = try answer(to: action, at: clock.seconds)
    }
    guard response.isGood else { throw .service(fault(action, response, body)) }
    guard let result = body?.first("\(action.name)Result") else {
      throw .malformed(operation: action.name, reason: "it has no \(action.name)Result")
    }
    return result
  }

  private func answer(
    to action: Action, at now: Int
  ) throws(AWSError) -> (Response, XMLElement?) {
    let response = try persist(action.name, send: send) { request(action, at: now) }
    return (response, try? XMLElement.parse(response.body))
  }

  /// Whether a signature was refused because our clock is wrong.
  private func isStale(_ response: Response, _ body: XMLElement?) -> Bool {
    let message = body?.text("Error", "Message") ?? ""
    return !response.isGood
      && (message.hasPrefix("Signature expired") || message.hasPrefix("Signature not yet current"))
  }

  private func request(_ action: Action, at now: Int) -> Request {
    let form = [("Action", action.name), ("Version", "2011-06-15")] + action.form
    let body = Array(form.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&").utf8)
    var request = Request(
      .post, url + "/",
      headers: [Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
      body: .bytes(body))
    if let credentials = action.credentials {
      var signer = Signer(
        service: "sts", region: region, accessKeyID: credentials.accessKeyID,
        secretAccessKey: credentials.secretAccessKey, sessionToken: credentials.sessionToken)
      signer.sign(&request, payload: .bytes(body), at: now)
    }
    return request
  }

  private func fault(
    _ action: Action, _ response: Response, _ body: XMLElement?
  ) -> ServiceFault {
    ServiceFault(
      service: "STS", operation: action.name, deed: action.deed, resource: action.resource,
      status: response.status, code: body?.text("Error", "Code") ?? "",
      message: body?.text("Error", "Message") ?? "",
      requestID: body?.text("RequestId") ?? "", identity: action.identity,
      permission: "sts:\(action.name)")
  }
}

extension STS.Role {
  fileprivate var form: [(String, String)] {
    [("RoleArn", arn), ("RoleSessionName", session)]
      + (externalID.map { [("ExternalId", $0)] } ?? [])
      + (seconds.map { [("DurationSeconds", String($0))] } ?? [])
  }
}

/// An answer, asked for up to three times, at once: those who are asked here are few and near.
func persist(
  _ operation: String, send: (Request) throws(HTTPError) -> Response, _ request: () -> Request
) throws(AWSError) -> Response {
  for attempt in 1... {
    do throws(HTTPError) {
      let response = try send(request())
      if attempt == 3 || !Retry.isTransient(status: response.status) { return response }
    } catch {
      if attempt == 3 || !error.isTransient {
        throw .transport(error, operation: operation)
      }
    }
  }
  preconditionFailure("an attempt returns or throws")
}
