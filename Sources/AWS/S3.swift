package import HTTP

/// A bucket, as one identity sees it: makes signed requests of calls, and judges the answers.
///
/// It learns as it goes: the bucket's region from a redirect, the server's clock from a refusal.
package final class S3 {
  /// What an attempt at a call came to.
  package enum Reply: Sendable {
    case answer(Response)
    /// To be asked again after that time.
    case again(after: Duration)
  }

  /// Who asks, and how an address is made.
  package struct Access {
    /// The address of a key, or of the bucket, in a region.
    package var url: (_ call: S3Call, _ region: String) -> String
    /// Who signs; nil to sign nothing.
    package var credentials: ((_ now: Int) throws -> Credentials)?
    /// Called when the service says that the credentials have expired.
    package var forget: () -> Void
    /// Seconds since 1970.
    package var clock: () -> Int

    package init(
      url: @escaping (S3Call, String) -> String, credentials: ((Int) throws -> Credentials)?,
      forget: @escaping () -> Void, clock: @escaping () -> Int
    ) {
      self.url = url
      self.credentials = credentials
      self.forget = forget
      self.clock = clock
    }
  }

  package let bucket: String
  package private(set) var region: String
  /// How far the server's clock is ahead of ours, in seconds.
  package private(set) var clockSkew = 0

  private let access: Access
  private let retry: Retry
  private var random: any RandomNumberGenerator
  private var forgottenAt = 0
  private var signing: (credentials: Credentials, region: String, signer: Signer)?

  /// - Parameter random: what retries are spread by.
  package init(
    bucket: String, region: String, attempts: Int, access: Access,
    random: any RandomNumberGenerator
  ) {
    self.bucket = bucket
    self.region = region
    self.access = access
    self.random = random
    retry = Retry(attempts: attempts)
  }

  // MARK: Asking

  /// The signed request of a call; to be made anew for each attempt.
  package func request(for call: S3Call) throws -> Request {
    var request = Request(
      call.method, access.url(call, region), headers: call.headers, body: call.body)
    request.sink = call.sink
    let now = access.clock() + clockSkew
    guard let credentials = try access.credentials?(access.clock()) else { return request }
    if signing?.credentials != credentials || signing?.region != region {
      signing = (
        credentials, region,
        Signer(
          service: "s3", region: region, accessKeyID: credentials.accessKeyID,
          secretAccessKey: credentials.secretAccessKey, sessionToken: credentials.sessionToken)
      )
    }
    signing?.signer.sign(&request, payload: call.payload, at: now)
    return request
  }

  /// What an attempt came to.
  ///
  /// - Throws: `AWSError` for what another attempt would not change.
  package func reply(
    to call: S3Call, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws(AWSError) -> Reply {
    switch outcome {
    case .failure(let error):
      guard error.isTransient, let pause = pause(after: attempt) else {
        throw .transport(error, operation: call.operation)
      }
      return .again(after: pause)
    case .success(let response):
      if response.isGood, !response.holdsFault { return .answer(response) }
      return try refusal(of: call, response, attempt: attempt)
    }
  }

  /// How long to wait before another attempt; nil to give up.
  package func pause(after attempt: Int) -> Duration? {
    retry.pause(after: attempt, using: &random)
  }

  /// Asks one call, again and again where that may help, and gives the answer.
  package func send(_ call: S3Call, over transport: Transport) throws -> Response {
    let single = SingleCall(call, of: self)
    try transport.run(single, inFlight: 1)
    guard let response = single.response else {
      throw AWSError.transport(.cancelled, operation: call.operation)
    }
    return response
  }

  // MARK: Refusals

  private func refusal(
    of call: S3Call, _ response: Response, attempt: Int
  ) throws(AWSError) -> Reply {
    let body = try? XMLElement.parse(response.body)
    let fault = fault(of: call, response, body)
    if attempt <= 6,
      learnRegion(fault, response, body) || learnClock(fault, response) || forget(fault)
    {
      return .again(after: .zero)
    }
    let isTransient =
      fault.kind == .throttled || fault.kind == .busy
      || Retry.isTransient(status: response.status)
    guard isTransient, let pause = pause(after: attempt) else { throw .service(fault) }
    let asked = response[header: "Retry-After"].flatMap(Int.init) ?? 0
    return .again(after: max(pause, .seconds(min(max(asked, 0), 60))))
  }

  private func fault(
    of call: S3Call, _ response: Response, _ body: XMLElement?
  ) -> ServiceFault {
    ServiceFault(
      operation: call.operation, deed: call.deed, resource: resource(of: call),
      status: response.status, code: body?.text("Code") ?? "",
      message: body?.text("Message") ?? "",
      requestID: response[header: "x-amz-request-id"] ?? body?.text("RequestId") ?? "",
      identity: signing?.credentials.origin, permission: call.permission)
  }

  /// What a service says of one key of a call's many.
  func fault(of call: S3Call, key: String, _ code: String, _ message: String) -> ServiceFault {
    ServiceFault(
      operation: call.operation, deed: "delete", resource: "s3://\(bucket)/\(key)", status: 0,
      code: code, message: message, identity: signing?.credentials.origin,
      permission: call.permission)
  }

  private func resource(of call: S3Call) -> String {
    let prefix = call.query.first { $0.name == "prefix" }?.value ?? ""
    return "s3://\(bucket)/\(call.key ?? prefix)"
  }

  // Many requests are under way when the first answer teaches something: those that follow teach it
  // again, and are as worth another attempt.

  /// Whether the answer says that the bucket does not lie where it was looked for.
  private func learnRegion(
    _ fault: ServiceFault, _ response: Response, _ body: XMLElement?
  ) -> Bool {
    guard [301, 307, 400].contains(response.status),
      let told = response[header: "x-amz-bucket-region"] ?? body?.text("Region"), !told.isEmpty,
      told.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 })
    else { return false }
    let isMisplaced =
      response.status < 400 || ["", "AuthorizationHeaderMalformed"].contains(fault.code)
    defer { region = told }
    return isMisplaced || told != region
  }

  /// Whether the answer's date shows that our clock is wrong by more than signatures allow.
  private func learnClock(_ fault: ServiceFault, _ response: Response) -> Bool {
    guard fault.kind == .clock, let date = response[header: "Date"].flatMap(HTTPDate.init) else {
      return false
    }
    clockSkew = date.seconds - access.clock()
    return true
  }

  /// Whether other credentials may do better: the same are not asked for twice in half a minute.
  private func forget(_ fault: ServiceFault) -> Bool {
    guard fault.kind == .expired, access.credentials != nil else { return false }
    let now = access.clock()
    if now - forgottenAt > 30 {
      forgottenAt = now
      access.forget()
    }
    return true
  }
}

extension Response {
  /// Whether an answer that begins well tells of a failure all the same, as some long operations do.
  fileprivate var holdsFault: Bool {
    guard !body.isEmpty, body.count < 1 << 16 else { return false }
    var reader = XMLReader(body)
    return (try? reader.next()) == .start && reader.isNamed("Error")
  }
}

/// One call, asked until it is settled.
private final class SingleCall: Exchange {
  private var call: S3Call?
  private let s3: S3
  private(set) var response: Response?

  init(_ call: S3Call, of s3: S3) {
    self.call = call
    self.s3 = s3
  }

  func next() -> S3Call? { call.take() }

  func request(for job: S3Call) throws -> Request { try s3.request(for: job) }

  func settle(
    _ job: S3Call, _ outcome: Result<Response, HTTPError>, attempt: Int
  ) throws -> Verdict {
    switch try s3.reply(to: job, outcome, attempt: attempt) {
    case .again(let pause): return .again(after: pause)
    case .answer(let response): self.response = response
    }
    return .settled
  }
}
