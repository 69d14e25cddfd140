import HTTP
import Testing

@testable import AWS

struct CredentialChainTests {
  /// A machine whose program prints keys that last so many minutes, numbered from 1.
  private func machine(lasting minutes: [Int]) -> Machine {
    let machine = Machine(config: "[default]\ncredential_process = keys\n")
    var count = 0
    machine.program = { _ in
      count += 1
      guard count <= minutes.count else { return nil }
      let end = ISODate(seconds: Machine.now + 60 * minutes[count - 1]).text
      let output = """
        {"Version": 1, "AccessKeyId": "KEY-\(count)", "SecretAccessKey": "s", "Expiration": "\(end)"}
        """
      return AWSWorld.Ending(status: 0, output: Array(output.utf8))
    }
    return machine
  }

  @Test func `credentials are kept until 15 minutes before they end`() throws {
    let machine = machine(lasting: [60, 120])
    let chain = try machine.chain()
    let ids = try [0, 44, 45, 46].map { minute in
      try chain.credentials(at: Machine.now + 60 * minute).accessKeyID
    }
    #expect(ids == ["KEY-1", "KEY-1", "KEY-2", "KEY-2"])
    #expect(machine.words.count == 2)
  }

  @Test func `an early renewal may fail, and is tried again a minute later`() throws {
    let machine = machine(lasting: [60])
    let chain = try machine.chain()
    for minute in [0, 45, 45, 46, 49] {
      #expect(try chain.credentials(at: Machine.now + 60 * minute).accessKeyID == "KEY-1")
    }
    #expect(machine.words.count == 4)
  }

  @Test func `a renewal in the last ten minutes has to come about`() throws {
    let chain = try machine(lasting: [60]).chain()
    _ = try chain.credentials(at: Machine.now)
    #expect(throws: AWSError.self) { try chain.credentials(at: Machine.now + 60 * 50) }
  }

  @Test func `credentials that last ten minutes are used for five`() throws {
    let machine = machine(lasting: [10, 20])
    let chain = try machine.chain()
    for second in [0, 1, 299] {
      #expect(try chain.credentials(at: Machine.now + second).accessKeyID == "KEY-1")
    }
    #expect(try chain.credentials(at: Machine.now + 300).accessKeyID == "KEY-2")
  }

  @Test func `credentials that have ended are refused`() throws {
    #expect(
      machine(lasting: [-60]).complaint()
        == "profile \"default\" gave no credentials: they ended at 2026-11-24T07:00:00Z.")
  }

  @Test func `what a service calls expired is looked for anew, in the files too`() throws {
    let keys = "[default]\naws_access_key_id = A\naws_secret_access_key = s\n"
    let machine = Machine(credentials: keys)
    let chain = try machine.chain()
    #expect(try chain.credentials(at: 0).accessKeyID == "A")
    machine.files[".aws/credentials"] = keys.replacing("= A", with: "= B")
    #expect(try chain.credentials(at: 1 << 40).accessKeyID == "A")
    chain.forget()
    #expect(try chain.credentials(at: 1 << 40).accessKeyID == "B")
  }

  @Test func `where there are none, each place says why`() {
    let machine = Machine(config: "[profile lab]\n")
    machine.answer = { request throws(HTTPError) in
      throw .timeout(.connection, host: request.url)
    }
    #expect(
      machine.complaint(profile: "lab") == """
        no AWS credentials. Tried: profile "lab" (no keys, role_arn, sso_account_id, login_session or \
        credential_process); web identity (AWS_WEB_IDENTITY_TOKEN_FILE is not set); \
        container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set); \
        EC2 (169.254.169.254 does not answer). --no-sign-request reads a public bucket without.
        """)
  }

  @Test func `where nothing is configured, the files are named`() {
    let machine = Machine(["AWS_EC2_METADATA_DISABLED": "true"])
    #expect(
      machine.complaint() == """
        no AWS credentials. Tried: environment (AWS_ACCESS_KEY_ID is not set); \
        profile "default" (neither ~/.aws/config nor ~/.aws/credentials has it); \
        web identity (AWS_WEB_IDENTITY_TOKEN_FILE is not set); \
        container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set); \
        EC2 (AWS_EC2_METADATA_DISABLED is true). --no-sign-request reads a public bucket without.
        """)
  }

  @Test func `what is secret is never printed`() throws {
    let machine = Machine(
      [
        "AWS_ACCESS_KEY_ID": "KEY", "AWS_SECRET_ACCESS_KEY": "sesame",
        "AWS_SESSION_TOKEN": "sesame",
      ], credentials: "[default]\naws_secret_access_key = sesame\n")
    let chain = try machine.chain()
    let credentials = try chain.credentials(at: Machine.now)
    let signer = Signer(
      service: "s3", region: "a", accessKeyID: "KEY", secretAccessKey: "sesame",
      sessionToken: "sesame")
    let world = machine.world
    let config = try SharedConfig(world)
    let file = try ConfigFile(Array("[a]\nb = sesame\n".utf8), path: "c")
    let things: [Any] = [credentials, chain, signer, world, config, file, [[credentials]]]
    for thing in things {
      var text = "\(thing) \(String(reflecting: thing)) \(Optional.some(thing) as Any)"
      dump(thing, to: &text)
      // The bytes of the secret, as the signer has it.
      #expect(!text.contains("sesame") && !text.contains("115, 101, 115"))
    }
    #expect(credentials.secretAccessKey == "sesame")
    #expect("\(credentials)" == "credentials of AWS_ACCESS_KEY_ID")
  }
}
