/// A search for credentials: what it may look at.
struct CredentialSearch {
  let world: AWSWorld
  let settings: AWSSettings
  let config: SharedConfig
  /// The profile whose credentials are looked for.
  var profile: String
  let now: Int
  /// The profiles whose roles wait for the credentials that are looked for.
  var waiting: [String] = []

  var section: SharedConfig.Section { config.profile(profile) ?? [:] }

  /// As errors call the profile.
  var origin: String { "profile \"\(profile)\"" }

  /// Whether the variables with a token's file count: not for a profile that is named on the command
  /// line, nor for one that only lends its credentials.
  var heedsVariables: Bool { !settings.namesProfile && waiting.isEmpty }

  /// What the first place has that has anything.
  func first(of sources: [CredentialSource]) throws(AWSError) -> Credentials {
    var tried: [String] = []
    for source in sources {
      switch try source.look(self) {
      case .found(let credentials): return credentials
      case .nothing(let reason): tried.append("\(source.name) (\(reason))")
      case .notInProfile where !tried.contains(lack): tried.append(lack)
      case .notInProfile: break
      }
    }
    throw .noCredentials(tried: tried)
  }

  /// The profile that has nothing of any kind, as the list of places calls it.
  private var lack: String {
    config.profile(profile) == nil
      ? "\(origin) (neither \(config.configPath) nor \(config.credentialsPath) has it)"
      : "\(origin) (no keys, role_arn, sso_account_id, login_session or credential_process)"
  }

  /// The same search for another profile's credentials, which a role of this one waits for.
  func lending(_ name: String) -> CredentialSearch {
    var search = self
    search.waiting.append(profile)
    search.profile = name
    return search
  }

  func fault(_ reason: String) -> AWSError {
    .credentials(origin: origin, reason: reason)
  }
}
