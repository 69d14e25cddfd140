/// How AWS is reached, decided as the AWS CLI decides it; each answer with where it comes from.
///
/// **Source**: AWS SDKs and Tools Reference Guide, "Settings reference"; botocore's `configprovider`.
package struct AWSSettings: Sendable {
  /// A value, and in words where it was found: `--region`, `AWS_REGION`, `profile "lab"`, `default`.
  package struct Setting<Value: Sendable>: Sendable {
    package var value: Value
    package var origin: String
  }

  /// What the command line says.
  package struct Flags: Sendable {
    package var profile: String?
    package var region: String?
    package var endpoint: String?
    package var signsNothing: Bool

    package init(
      profile: String? = nil, region: String? = nil, endpoint: String? = nil,
      signsNothing: Bool = false
    ) {
      self.profile = profile
      self.region = region
      self.endpoint = endpoint
      self.signsNothing = signsNothing
    }
  }

  package let profile: Setting<String>
  /// Whether the command line names the profile, which sets the variables with keys aside.
  package let namesProfile: Bool
  /// `us-east-1` where nothing names one; a bucket tells its own.
  package let region: Setting<String>
  /// The servers to ask instead of AWS, by the service's name: `s3`, `sts` …
  package let endpoints: [String: Setting<String>]
  package let addressingStyle: Setting<AddressingStyle>
  /// A file of certificates to trust; nil for the system's.
  package let caBundle: Setting<String>?
  /// How often a request is tried in all; nil where nothing says so.
  package let attempts: Setting<Int>?
  /// Whether requests go without a signature.
  package let signsNothing: Bool

  package init(_ world: AWSWorld, _ flags: Flags = Flags()) throws(AWSError) {
    let config = try SharedConfig(world)
    profile = try Self.profile(flags, world, config)
    namesProfile = flags.profile != nil
    signsNothing = flags.signsNothing
    let lookup = SettingLookup(world: world, config: config, profile: profile.value)
    region = try lookup.region(flag: flags.region)
    endpoints = try lookup.endpoints(flag: flags.endpoint)
    addressingStyle = try lookup.addressingStyle()
    caBundle = lookup.find("ca_bundle", ["AWS_CA_BUNDLE"])
    attempts = try lookup.attempts()
  }

  /// How a bucket is addressed.
  package var s3: S3Endpoint {
    S3Endpoint(url: endpoints["s3"]?.value, style: addressingStyle.value)
  }

  /// The profile that is used, which has to exist if anyone names it.
  private static func profile(
    _ flags: Flags, _ world: AWSWorld, _ config: SharedConfig
  ) throws(AWSError) -> Setting<String> {
    let variable = ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"].first { world[$0] != nil }
    let named =
      flags.profile.map { Setting(value: $0, origin: "--profile") }
      ?? variable.flatMap { name in world[name].map { Setting(value: $0, origin: name) } }
    guard let named else { return Setting(value: "default", origin: "default") }
    guard config.profile(named.value) != nil else {
      let known = config.profiles.isEmpty ? "none" : config.profiles.joined(separator: ", ")
      throw .configuration(
        "\(named.origin) names the profile \"\(named.value)\", which is neither in "
          + "\(config.configPath) nor in \(config.credentialsPath); the profiles are \(known).")
    }
    return named
  }
}

/// Where a setting may stand: in a variable, or in a profile.
struct SettingLookup {
  typealias Setting = AWSSettings.Setting

  let world: AWSWorld
  let config: SharedConfig
  let profile: String

  private var section: SharedConfig.Section { config.profile(profile) ?? [:] }

  func find(_ name: String, _ variables: [String] = []) -> Setting<String>? {
    for variable in variables {
      if let value = world[variable] { return Setting(value: value, origin: variable) }
    }
    return section[name].flatMap { value in
      value.isEmpty ? nil : Setting(value: value, origin: "profile \"\(profile)\"")
    }
  }

  // MARK: One by one

  func region(flag: String?) throws(AWSError) -> Setting<String> {
    let found =
      flag.map { Setting(value: $0, origin: "--region") }
      ?? find("region", ["AWS_REGION", "AWS_DEFAULT_REGION"])
      ?? Setting(value: "us-east-1", origin: "default")
    // It becomes part of a host's name; OpenStack has a RegionOne.
    guard isHostLabel(found.value.lowercased()) else {
      throw wrong(found, "the region", "us-east-1 is one")
    }
    return found
  }

  func endpoints(flag: String?) throws(AWSError) -> [String: Setting<String>] {
    var endpoints: [String: Setting<String>] = [:]
    for service in ["s3", "sts", "sso", "sso_oidc"] {
      guard var found = try endpoint(of: service, flag: service == "s3" ? flag : nil) else {
        continue
      }
      guard found.value.hasPrefix("http://") || found.value.hasPrefix("https://") else {
        throw wrong(found, "the address", "http://127.0.0.1:9000 is one")
      }
      while found.value.hasSuffix("/") { found.value.removeLast() }
      endpoints[service] = found
    }
    return endpoints
  }

  private func endpoint(
    of service: String, flag: String?
  ) throws(AWSError) -> Setting<String>? {
    if let flag { return Setting(value: flag, origin: "--endpoint-url") }
    let ignores = find(
      "ignore_configured_endpoint_urls", ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"])
    if ignores?.value.lowercased() == "true" { return nil }
    let variables = ["AWS_ENDPOINT_URL_\(service.uppercased())", "AWS_ENDPOINT_URL"]
    if let found = variables.first(where: { world[$0] != nil }) {
      return world[found].map { Setting(value: $0, origin: found) }
    }
    if let name = section["services"] {
      guard let services = config.services[name] else {
        throw .configuration(
          "profile \"\(profile)\" names the services \"\(name)\", and \(config.configPath) has no "
            + "[services \(name)].")
      }
      if let url = services["\(service).endpoint_url"], !url.isEmpty {
        return Setting(value: url, origin: "services \"\(name)\"")
      }
    }
    return find("endpoint_url")
  }

  func addressingStyle() throws(AWSError) -> Setting<AddressingStyle> {
    guard let found = find("s3.addressing_style") else {
      return Setting(value: .auto, origin: "default")
    }
    guard let style = AddressingStyle(rawValue: found.value) else {
      throw wrong(found, "s3.addressing_style", "auto, path and virtual are right")
    }
    return Setting(value: style, origin: found.origin)
  }

  func attempts() throws(AWSError) -> Setting<Int>? {
    guard let found = find("max_attempts", ["AWS_MAX_ATTEMPTS"]) else { return nil }
    guard let count = Int(found.value), count > 0 else {
      throw wrong(found, "the number of attempts", "a whole number from 1 on is right")
    }
    return Setting(value: count, origin: found.origin)
  }

  private func wrong(_ found: Setting<String>, _ what: String, _ right: String) -> AWSError {
    .configuration("\(found.origin) sets \(what) to \"\(found.value)\"; \(right).")
  }
}
