import CCurl

/// One of libcurl's easy handles and the request that it is at; used again and again.
///
/// libcurl knows it by its address: who gives it to a `Lane` keeps it until the lane is gone.
final class Transfer {
  /// How far a request has come.
  enum Phase {
    case connecting, waiting, receiving
  }

  /// The place in its lane: 0, 1, 2 …
  let slot: Int
  let easy: UnsafeMutableRawPointer
  private let options: TransportOptions
  private var shape: Shape?
  /// libcurl's words on what went wrong.
  private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var request: Request?

  /// Whether its lane has it with libcurl.
  var isUnderWay = false
  /// Whether it is over; `outcome` says how.
  private(set) var hasEnded = false
  private var phase = Phase.connecting
  /// Whether a byte has moved since somebody looked.
  private var hasMoved = false
  private var lastMoved = ContinuousClock.now
  private var answer = Answer()
  private var upload: Upload?
  /// What one of our own callbacks threw.
  private var thrown: (any Error)?
  /// Why it ended, if not well.
  private var fault: HTTPError?

  init(slot: Int, options: TransportOptions) {
    guard let easy = curl_easy_init() else { preconditionFailure("libcurl is out of memory") }
    self.slot = slot
    self.easy = easy
    self.options = options
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setLasting()
    setCallbacks()
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headers)
    message.deallocate()
  }

  // MARK: Begin and end

  /// Makes ready for a request; nothing is sent yet.
  func begin(_ request: Request, at now: ContinuousClock.Instant) throws(HTTPError) {
    upload = try request.body.map { body throws(HTTPError) in try Upload(body) }
    try setHeaders(of: request)
    let shape = Shape(of: request)
    if shape != self.shape { set(shape) }
    ccurl_set_text(easy, CURLOPT_URL, request.url)
    if shape.uploads {
      ccurl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(upload?.count ?? 0))
    }
    self.request = request
    answer = Answer(to: request)
    (phase, hasMoved, lastMoved) = (.connecting, false, now)
    (thrown, fault, hasEnded) = (nil, nil, false)
  }

  /// Hears from libcurl that it is over.
  func end(_ code: CURLcode) {
    hasEnded = true
    guard code != CURLE_OK, let request else { return }
    fault = HTTPError(
      code, of: easy, message: String(cString: message), url: request.url,
      caBundle: options.caBundle, hasConnected: phase != .connecting)
  }

  /// Gives up on a server that lets its time pass.
  ///
  /// - Returns: Whether it did; false while there is hope.
  func giveUpIfSilent(at now: ContinuousClock.Instant) -> Bool {
    if hasMoved { (hasMoved, lastMoved) = (false, now) }
    let (limit, wait): (Duration, HTTPError.Wait) =
      switch phase {
      // libcurl minds the time to connect; this is for what it makes wait for another's connection.
      case .connecting: (options.connectTimeout + options.answerTimeout, .connection)
      case .waiting: (options.answerTimeout, .answer)
      case .receiving: (options.stallTimeout, .progress)
      }
    guard now - lastMoved > limit else { return false }
    fault = .timeout(wait, host: HTTPError.host(of: request?.url ?? ""))
    hasEnded = true
    return true
  }

  /// How it went; throws what a sink threw.
  func outcome() throws -> Result<Response, HTTPError> {
    defer { (request, upload, answer) = (nil, nil, Answer()) }
    if let thrown {
      guard let error = thrown as? HTTPError else { throw thrown }
      return .failure(error)
    }
    return fault.map { .failure($0) } ?? .success(answer.response)
  }

  // MARK: What libcurl tells and asks

  func isConnected() {
    (phase, hasMoved) = (.waiting, true)
  }

  /// - Returns: Whether to go on.
  func receive(line: UnsafeRawBufferPointer) -> Bool {
    answer.take(line: line)
    hasMoved = true
    if answer.hasBegun { phase = .receiving }
    return true
  }

  /// - Returns: Whether to go on.
  func receive(body: UnsafeRawBufferPointer) -> Bool {
    hasMoved = true
    do { try answer.take(body: body) } catch { thrown = error }
    return thrown == nil
  }

  /// - Returns: How many bytes are in `buffer` now; nil to end it.
  func send(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    hasMoved = true
    do { return try upload?.read(into: buffer) ?? 0 } catch { thrown = error }
    return nil
  }

  func rewind(to position: Int) {
    upload?.seek(to: position)
  }

  // MARK: Options

  /// What two requests need alike for the second to keep the options of the first.
  private struct Shape: Equatable {
    var method: Request.Method
    var uploads: Bool
    var isSecure: Bool
    var takesCompression: Bool
    var followsRedirects: Bool

    init(of request: Request) {
      method = request.method
      uploads = request.body != nil || method == .put || method == .post
      isSecure = request.url.utf8.prefix(6).elementsEqual("https:".utf8)
      takesCompression = request.takesCompression
      followsRedirects = request.followsRedirects
    }
  }

  private func set(_ shape: Shape) {
    // This one first: it takes back the two that follow.
    ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
    if shape.method == .head { ccurl_set_long(easy, CURLOPT_NOBODY, 1) }
    if shape.uploads { ccurl_set_long(easy, CURLOPT_UPLOAD, 1) }
    let isPlain = !shape.uploads && (shape.method == .get || shape.method == .head)
    ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, isPlain ? nil : shape.method.rawValue)
    ccurl_set_text(easy, CURLOPT_ACCEPT_ENCODING, shape.takesCompression ? "gzip" : nil)
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, shape.followsRedirects ? 1 : 0)
    // HTTP/2 is agreed upon within TLS. Until then the others wait for the connection they may share.
    let version = shape.isSecure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
    ccurl_set_long(easy, CURLOPT_HTTP_VERSION, version)
    ccurl_set_long(easy, CURLOPT_PIPEWAIT, shape.isSecure ? 1 : 0)
    // Without these two libcurl asks the environment.
    let proxy = shape.isSecure ? options.httpsProxy : options.httpProxy
    ccurl_set_text(easy, CURLOPT_PROXY, proxy ?? "")
    ccurl_set_text(easy, CURLOPT_NOPROXY, options.noProxy)
    self.shape = shape
  }

  private func setHeaders(of request: Request) throws(HTTPError) {
    curl_slist_free_all(headers)
    headers = nil
    for header in request.headers {
      guard !header.value.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 0 }) else {
        throw .badHeader(header.name)
      }
      // "Name:" would take the field away, "Name;" sends it empty.
      headers = curl_slist_append(
        headers, header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
    }
    // Neither was asked for.
    headers = curl_slist_append(headers, "Accept:")
    if upload != nil { headers = curl_slist_append(headers, "Expect:") }
    ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, headers)
  }

  /// The options that all requests share.
  private func setLasting() {
    ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_set_long(easy, CURLOPT_NOPROGRESS, 1)
    ccurl_set_long(easy, CURLOPT_PATH_AS_IS, 1)
    ccurl_set_long(easy, CURLOPT_MAXREDIRS, 10)
    ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    ccurl_set_long(easy, CURLOPT_BUFFERSIZE, 64 << 10)
    // Else to end one that looks up a name waits until the name is found.
    ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)
    ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    ccurl_set_text(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    ccurl_set_text(easy, CURLOPT_USERAGENT, options.userAgent)
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, max(1, options.connectTimeout.milliseconds))
    if let bundle = options.caBundle { ccurl_set_text(easy, CURLOPT_CAINFO, bundle) }
  }
}
