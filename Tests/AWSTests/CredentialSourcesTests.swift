import HTTP
import TestSupport
import Testing

@testable import AWS

/// What each place says when something is wrong, and how it asks.
struct CredentialSourcesTests {
  private static let role = """
    [default]
    role_arn = arn:aws:iam::1:role/lab
    source_profile = base
    role_session_name = ada
    external_id = a+b
    duration_seconds = 900

    """
  private static let base = "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n"

  private static let session = """
    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
    <Credentials><AccessKeyId>KEY</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
    <SessionToken>t+/=</SessionToken><Expiration>2026-11-24T09:00:00.123Z</Expiration></Credentials>
    </AssumeRoleResult></AssumeRoleResponse>
    """

  @Test func `a role is asked for as the profile has it`() throws {
    let machine = Machine(
      ["AWS_REGION": "eu-west-1"], config: Self.role, credentials: Self.base)
    machine.answer = { _ throws(HTTPError) in .text(Self.session) }
    let found = try machine.credentials()
    #expect(found.sessionToken == "t+/=")
    #expect(found.expiration == Machine.now + 3600)
    #expect(found.origin == "profile \"default\"")
    let request = try #require(machine.requests.first)
    #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
    #expect(
      request.text == "Action=AssumeRole&Version=2011-06-15"
        + "&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Flab&RoleSessionName=ada&ExternalId=a%2Bb"
        + "&DurationSeconds=900")
    let signature = request.headers.first { $0.name == "Authorization" }?.value ?? ""
    #expect(signature.contains("Credential=BASE/20261124/eu-west-1/sts/aws4_request"))
  }

  @Test func `a refusal says who was refused what`() {
    let machine = Machine(config: Self.role, credentials: Self.base)
    machine.answer = { _ throws(HTTPError) in
      .text(
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
        status: 403)
    }
    #expect(
      machine.complaint() == "STS refused to assume arn:aws:iam::1:role/lab (403 AccessDenied), "
        + "signed with profile \"base\". Needs sts:AssumeRole.")
    #expect(machine.requests.count == 1)
  }

  @Test func `a wrong clock is set right once`() throws {
    let machine = Machine(config: Self.role, credentials: Self.base)
    machine.answer = { request throws(HTTPError) in
      let isRight = request.headers.contains(Header("X-Amz-Date", "20261124T100000Z"))
      let stale = """
        <ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>Signature expired: \
        20261124T080000Z is now earlier</Message></Error></ErrorResponse>
        """
      let date = Header("Date", "Tue, 24 Nov 2026 10:00:00 GMT")
      return isRight ? .text(Self.session) : .text(stale, status: 403, headers: [date])
    }
    #expect(try machine.credentials().accessKeyID == "KEY")
    #expect(machine.requests.count == 2)
  }

  @Test func `a busy service is asked three times`() {
    let machine = Machine(config: Self.role, credentials: Self.base)
    machine.answer = { _ throws(HTTPError) in .text("", status: 503) }
    #expect(
      machine.complaint() == "STS was too busy to assume arn:aws:iam::1:role/lab (503). "
        + "Run it again; it goes on where it was.")
    #expect(machine.requests.count == 3)
  }

  @Test(arguments: [
    ("", "it has no AssumeRoleResult"),
    ("<!DOCTYPE a><a/>", "it has no AssumeRoleResult"),
    ("<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>", "it has no Credentials"),
    (
      session.replacing("<SecretAccessKey>s<", with: "<SecretAccessKey><"),
      "it has no SecretAccessKey"
    ),
    (session.replacing("09:00", with: "99:00"), "2026-11-24T99:00:00.123Z is no date"),
  ])
  func `an answer that is not one is said to be none`(text: String, reason: String) {
    let machine = Machine(config: Self.role, credentials: Self.base)
    machine.answer = { _ throws(HTTPError) in .text(text) }
    #expect(
      machine.complaint() == "the answer to AssumeRole is not what AWS sends: \(reason)")
  }

  @Test func `a role behind a device is refused with a way out`() {
    let machine = Machine(
      config: Self.role + "mfa_serial = arn:aws:iam::1:mfa/ada\n", credentials: Self.base)
    #expect(
      machine.complaint() == """
        profile "default" gave no credentials: its role wants a code of arn:aws:iam::1:mfa/ada, and \
        benchdb cannot ask for it; put what "aws configure export-credentials --profile default \
        --format env" prints into the environment.
        """)
  }

  @Test func `roles in a circle are named`() {
    let machine = Machine(
      config: """
        [default]
        role_arn = a
        source_profile = x
        [profile x]
        role_arn = b
        source_profile = y
        [profile y]
        role_arn = c
        source_profile = x
        """)
    #expect(
      machine.complaint()
        == "profile \"y\" gave no credentials: its roles go round in a circle: x, y, x.")
  }

  @Test(arguments: [
    (#"run "a b" 'c "d"' e\ f "\"g\\" """#, ["run", "a b", "c \"d\"", "e f", "\"g\\", ""]),
    ("  /bin/keys\t--for\nme '' ", ["/bin/keys", "--for", "me", ""]),
  ])
  func `a program gets its words as from a shell`(command: String, words: [String]) throws {
    #expect(try ShellWords.split(command) == words)
    #expect(throws: ShellWords.Fault.self) { try ShellWords.split("\(command) 'open") }
    #expect(throws: ShellWords.Fault.self) { try ShellWords.split("\(command) \\") }
  }

  @Test(
    arguments: [
      (nil, "its credential_process keys cannot be run."),
      (
        AWSWorld.Ending(status: 3, output: [], errors: Array(" not logged in\n".utf8)),
        "its credential_process keys ended with 3: not logged in"
      ),
      (ending("sesame"), "what its credential_process prints is not JSON."),
      (
        ending(#"{"Version": 1, "AccessKeyId": "sesame"}"#),
        "what its credential_process prints has no SecretAccessKey."
      ),
      (
        ending(#"{"Version": 1, "AccessKeyId": ["sesame"], "SecretAccessKey": "sesame"}"#),
        "what its credential_process prints has a AccessKeyId of another kind."
      ),
      (
        ending(#"{"Version": 2, "AccessKeyId": "A", "SecretAccessKey": "sesame"}"#),
        "its credential_process prints version 2; 1 is right."
      ),
      (
        ending(
          #"{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "B", "Expiration": "sesame"}"#),
        "its credential_process prints an Expiration that is no date."
      ),
    ] as [(AWSWorld.Ending?, String)])
  func `a program's fault is told without what it printed`(
    ending: AWSWorld.Ending?, reason: String
  ) {
    let machine = Machine(config: "[default]\ncredential_process = keys\n")
    machine.program = { _ in ending }
    #expect(machine.complaint() == "profile \"default\" gave no credentials: \(reason)")
  }

  private static func ending(_ output: String) -> AWSWorld.Ending {
    AWSWorld.Ending(status: 0, output: Array(output.utf8))
  }
}
