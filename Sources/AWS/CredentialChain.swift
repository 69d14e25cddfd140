/// The credentials that requests are signed with, as the AWS CLI would find them; kept, and looked for
/// anew before they end.
///
///     let chain = CredentialChain(world, settings)
///     let credentials = try chain.credentials(at: now)
///
/// **Units**: times are seconds since 1970.
package final class CredentialChain {
  /// From 15 minutes before the end on, new ones are looked for; from 10 minutes on they are needed. Half
  /// of what is left is the least that credentials are used for, should they last no longer.
  ///
  /// **Source**: botocore's `RefreshableCredentials`, but for that half.
  private struct Held {
    var credentials: Credentials
    var wanted: Int
    let needed: Int

    init(_ credentials: Credentials, at now: Int) {
      self.credentials = credentials
      let end = credentials.expiration ?? .max
      let half = end == .max ? .max : now + (end - now) / 2
      wanted = max(end - 15 * 60, half)
      needed = max(end - 10 * 60, wanted)
    }
  }

  /// How long an early search that failed is not made again.
  private static let patience = 60

  private let world: AWSWorld
  private let settings: AWSSettings
  private var held: Held?

  package init(_ world: AWSWorld, _ settings: AWSSettings) {
    self.world = world
    self.settings = settings
  }

  /// Credentials that are good for a while.
  ///
  /// - Throws: `AWSError.noCredentials` where no place has any, and what is wrong with the first place
  ///   that is meant to have some and has not.
  package func credentials(at now: Int) throws(AWSError) -> Credentials {
    guard let held else { return try renew(at: now) }
    if now < held.wanted { return held.credentials }
    do throws(AWSError) {
      return try renew(at: now)
    } catch {
      guard now < held.needed else { throw error }
      self.held?.wanted = now + Self.patience
      return held.credentials
    }
  }

  /// Drops what is kept: a service says that it has ended.
  package func forget() {
    held = nil
  }

  private func renew(at now: Int) throws(AWSError) -> Credentials {
    let search = CredentialSearch(
      world: world, settings: settings, config: try SharedConfig(world),
      profile: settings.profile.value, now: now)
    let sources =
      settings.namesProfile
      ? CredentialSource.all.filter { $0.name != CredentialSource.environment.name }
      : CredentialSource.all
    let found = try search.first(of: sources)
    if let end = found.expiration, end <= now {
      throw .credentials(
        origin: found.origin, reason: "they ended at \(ISODate(seconds: end).text).")
    }
    held = Held(found, at: now)
    return found
  }
}
