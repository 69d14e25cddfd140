internal import HTTP

extension CredentialSource {
  /// The server that tells a container of ECS, EKS or CodeBuild the credentials of its role.
  ///
  /// **Source**: AWS SDKs and Tools Reference Guide, "Container credential provider"; botocore's
  /// `ContainerProvider`.
  static let container = CredentialSource(name: "container") { search throws(AWSError) in
    let world = search.world
    let relative = world["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]
    guard
      let url = relative.map({ "http://169.254.170.2\($0)" })
        ?? world["AWS_CONTAINER_CREDENTIALS_FULL_URI"]
    else {
      return .nothing("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set")
    }
    let origin =
      relative == nil
      ? "AWS_CONTAINER_CREDENTIALS_FULL_URI" : "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
    let host = Host(of: url)
    guard url.hasPrefix("https://") || host.isLoopback || known.contains(String(host.name)) else {
      throw .credentials(
        origin: origin,
        reason: "\(url) is not this machine's; https://, 127.0.0.1 and \(known[0]) are right.")
    }
    let request = try request(url, world, for: origin)
    let response = try persist("the container's credentials", send: world.sendNearby) { request }
    guard response.isGood else {
      throw .credentials(origin: origin, reason: "\(host.name) answered \(response.status).")
    }
    do throws(JSONFault) {
      return .found(try RoleAnswer(response.body).credentials(origin: origin))
    } catch {
      throw .credentials(origin: origin, reason: "what \(host.name) answered \(error.reason).")
    }
  }

  /// The hosts that may be told a token without TLS.
  private static let known = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost"]

  private static func request(
    _ url: String, _ world: AWSWorld, for origin: String
  ) throws(AWSError) -> Request {
    var request = Request(.get, url, headers: [Header("Accept", "application/json")])
    var token = world["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    // The file is read each time: who writes it may change the token.
    if let path = world["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
      token = try world.text(of: path, for: origin)
    }
    guard let token else { return request }
    guard !token.contains(where: \.isNewline) else {
      throw .credentials(origin: origin, reason: "its authorization token has more than one line.")
    }
    request.headers.append(Header("Authorization", token))
    return request
  }
}
