/// The two files that all of AWS's programs share: `~/.aws/config` and `~/.aws/credentials`, or those that
/// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name.
///
/// **Source**: AWS SDKs and Tools Reference Guide, "Shared config and credentials files"; where it is
/// silent, botocore's `configloader`.
package struct SharedConfig: Sendable, HoldsSecrets {
  typealias Section = ConfigFile.Section

  /// As errors name it.
  let configPath: String
  let credentialsPath: String
  /// The profiles of the one file; nil where there is no file.
  let configured: [String: Section]?
  /// The profiles of the other.
  let credentials: [String: Section]?
  /// The sections `[sso-session NAME]`.
  let sessions: [String: Section]
  /// The sections `[services NAME]`.
  let services: [String: Section]

  package init(_ world: AWSWorld) throws(AWSError) {
    configPath = world["AWS_CONFIG_FILE"] ?? "~/.aws/config"
    credentialsPath = world["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials"
    let config = try Self.read(configPath, in: world)
    configured = config.map { sections in
      var profiles = Self.named("profile", in: sections)
      if let section = sections["default"] { profiles["default"] = section }
      return profiles
    }
    sessions = Self.named("sso-session", in: config ?? [:])
    services = Self.named("services", in: config ?? [:])
    credentials = try Self.read(credentialsPath, in: world)
  }

  /// What both files say of a profile, the credentials file before the other; nil where neither knows
  /// it.
  func profile(_ name: String) -> Section? {
    guard let section = configured?[name] else { return credentials?[name] }
    return section.merging(credentials?[name] ?? [:]) { $1 }
  }

  /// The names of all profiles.
  package var profiles: [String] {
    Set(configured?.keys.map { $0 } ?? []).union(credentials?.keys.map { $0 } ?? []).sorted()
  }

  private static func read(
    _ path: String, in world: AWSWorld
  ) throws(AWSError) -> [String: Section]? {
    guard let bytes = try world.bytes(of: path) else { return nil }
    return try ConfigFile(bytes, path: path).sections
  }

  /// The sections whose title is the word and a name, such as `profile lab` or `profile "my lab"`.
  private static func named(_ word: String, in sections: [String: Section]) -> [String: Section] {
    var found: [String: Section] = [:]
    for (title, section) in sections {
      guard let words = try? ShellWords.split(title), words.count == 2, words[0] == word else {
        continue
      }
      found[words[1]] = section
    }
    return found
  }
}
