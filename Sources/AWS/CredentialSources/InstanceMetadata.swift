internal import HTTP

extension CredentialSource {
  /// The server that tells a machine of EC2 the credentials of its role.
  ///
  /// **Source**: Amazon EC2 User Guide, "Use the Instance Metadata Service"; botocore's
  /// `InstanceMetadataFetcher`.
  static let instance = CredentialSource(name: "EC2") { search throws(AWSError) in
    if search.world["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" {
      return .nothing("AWS_EC2_METADATA_DISABLED is true")
    }
    let metadata = try InstanceMetadata(search)
    do throws(InstanceMetadata.Fault) {
      return .found(try metadata.credentials())
    } catch {
      return .nothing(error.words)
    }
  }
}

/// The metadata of the machine.
private struct InstanceMetadata {
  private static let path = "/latest/meta-data/iam/security-credentials/"

  private let world: AWSWorld
  private let now: Int
  private let url: String
  private let allowsFirstVersion: Bool

  struct Fault: Error {
    var words: String
  }

  init(_ search: CredentialSearch) throws(AWSError) {
    world = search.world
    now = search.now
    let lookup = SettingLookup(
      world: world, config: search.config, profile: search.settings.profile.value)
    func setting(_ name: String) -> AWSSettings.Setting<String>? {
      lookup.find(name, ["AWS_\(name.uppercased())"])
    }
    let isSixth = setting("ec2_metadata_service_endpoint_mode")?.value.lowercased() == "ipv6"
    let usual = isSixth ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
    let named = setting("ec2_metadata_service_endpoint")
    url = (named?.value ?? usual).trimmedSlash
    allowsFirstVersion = setting("ec2_metadata_v1_disabled")?.value.lowercased() != "true"
    if let named, !named.value.hasPrefix("http://"), !named.value.hasPrefix("https://") {
      throw .configuration(
        "\(named.origin) sets the address of the metadata to \"\(named.value)\"; "
          + "http://169.254.169.254 is right.")
    }
  }

  func credentials() throws(Fault) -> Credentials {
    let token = try token()
    let name = String(decoding: try get("", token), as: UTF8.self).trimmed
    guard !name.isEmpty, name.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      throw Fault(words: "the machine has no role")
    }
    let answer = try get(percentEncoded(name), token)
    do throws(JSONFault) {
      var credentials = try RoleAnswer(answer).credentials(origin: "the machine's role \(name)")
      // Where the service is late with new ones, those that end go on to be accepted.
      credentials.expiration = credentials.expiration.map { max($0, now + 20 * 60) }
      return credentials
    } catch {
      throw Fault(words: "what it answered for the role \(name) \(error.reason)")
    }
  }

  /// The token of the service's second version; nil where it has none, and the first one will do.
  private func token() throws(Fault) -> String? {
    let header = Header("x-aws-ec2-metadata-token-ttl-seconds", "21600")
    let response: Response
    do throws(HTTPError) {
      response = try world.sendNearby(Request(.put, url + "/latest/api/token", headers: [header]))
    } catch .timeout(.answer, _) where allowsFirstVersion {
      // A container's packets may be too many hops away for an answer to this one.
      return nil
    } catch {
      throw Fault(words: "\(Host(of: url).name) does not answer")
    }
    if response.status == 200 { return String(decoding: response.body, as: UTF8.self).trimmed }
    guard [403, 404, 405].contains(response.status), allowsFirstVersion else {
      throw Fault(words: "\(Host(of: url).name) answered \(response.status) to a token's request")
    }
    return nil
  }

  private func get(_ name: String, _ token: String?) throws(Fault) -> [UInt8] {
    let headers = token.map { [Header("x-aws-ec2-metadata-token", $0)] } ?? []
    let response: Response
    do throws(HTTPError) {
      response = try world.sendNearby(Request(.get, url + Self.path + name, headers: headers))
    } catch {
      throw Fault(words: "\(Host(of: url).name) does not answer")
    }
    if response.status == 404, name.isEmpty { throw Fault(words: "the machine has no role") }
    guard response.status == 200 else {
      throw Fault(words: "\(Host(of: url).name) answered \(response.status)")
    }
    return response.body
  }
}

extension String {
  fileprivate var trimmedSlash: String {
    hasSuffix("/") ? String(dropLast()) : self
  }
}
