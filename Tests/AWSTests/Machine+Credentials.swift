@testable import AWS

extension Machine {
  func chain(profile: String? = nil) throws -> CredentialChain {
    CredentialChain(world, try settings(profile: profile))
  }

  /// What is found at once.
  func credentials(profile: String? = nil, at now: Int = now) throws -> Credentials {
    try chain(profile: profile).credentials(at: now)
  }

  /// The sentence that stands where credentials were to be found.
  func complaint(profile: String? = nil) -> String {
    do {
      return "found \(try credentials(profile: profile))"
    } catch {
      return "\(error)"
    }
  }
}
