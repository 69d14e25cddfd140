extension CredentialSource {
  /// A program that the profile names and that prints credentials.
  ///
  /// **Source**: AWS SDKs and Tools Reference Guide, "Process credential provider".
  static let credentialProcess = CredentialSource(name: "credential_process") {
    search throws(AWSError) in
    guard let command = search.section["credential_process"] else {
      return .notInProfile
    }
    let output = try output(of: command, for: search)
    let answer: Answer
    do throws(JSONFault) {
      answer = try decode(Answer.self, from: output)
    } catch {
      throw search.fault("what its credential_process prints \(error.reason).")
    }
    return .found(try answer.credentials(of: search))
  }

  /// What the program prints. Its errors are the user's to read; its output never is, for it is secret.
  private static func output(
    of command: String, for search: CredentialSearch
  ) throws(AWSError) -> [UInt8] {
    guard let words = try? ShellWords.split(command), let program = words.first else {
      throw search.fault("its credential_process has a quote that does not end.")
    }
    let ending: AWSWorld.Ending
    do {
      ending = try search.world.run(words)
    } catch {
      throw search.fault("its credential_process \(program) cannot be run.")
    }
    guard ending.status == 0 else {
      let said = String(decoding: ending.errors.prefix(500), as: UTF8.self).trimmed
      throw search.fault(
        "its credential_process \(program) ended with \(ending.status)"
          + (said.isEmpty ? "." : ": \(said)"))
    }
    return ending.output
  }
}

private struct Answer: Decodable {
  var version: Int
  var accessKeyID: String
  var secretAccessKey: String
  var sessionToken: String?
  var expiration: String?

  enum CodingKeys: String, CodingKey {
    case version = "Version"
    case accessKeyID = "AccessKeyId"
    case secretAccessKey = "SecretAccessKey"
    case sessionToken = "SessionToken"
    case expiration = "Expiration"
  }

  func credentials(of search: CredentialSearch) throws(AWSError) -> Credentials {
    guard version == 1 else {
      throw search.fault("its credential_process prints version \(version); 1 is right.")
    }
    let end = expiration.flatMap { ISODate($0)?.seconds }
    guard end != nil || expiration == nil else {
      throw search.fault("its credential_process prints an Expiration that is no date.")
    }
    return Credentials(
      accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken,
      expiration: end, origin: search.origin)
  }
}
