import CCurl

/// The way to servers: holds exchanges and sends requests, with libcurl, on the thread that asks.
///
/// Connections stay open from one call to the next. It may be asked again from within an exchange that
/// it holds, but only on that thread.
package final class Transport {
  private let options: TransportOptions
  private let isCancelled: () -> Bool
  /// The lanes that nobody is on. There is more than one where a call came within another.
  private var lanes: [Lane] = []

  /// - Parameter isCancelled: Asked some twenty times a second while something is under way; true ends
  ///   it with `HTTPError.cancelled`.
  package init(_ options: TransportOptions = .init(), isCancelled: @escaping () -> Bool = { false })
  {
    self.options = options
    self.isCancelled = isCancelled
  }

  /// Holds an exchange to its end, up to `inFlight` requests at once.
  ///
  /// Throws what the exchange or a sink throws, and `HTTPError.cancelled`; what is under way is then
  /// given up and its connections are closed.
  package func run(_ exchange: some Exchange, inFlight: Int) throws {
    precondition(inFlight > 0, "an exchange needs room for a request")
    let lane = lanes.popLast() ?? Lane(options)
    lane.keep(connections: max(inFlight, 8))
    var conversation = Conversation(
      exchange, on: lane, inFlight: inFlight, isCancelled: isCancelled)
    // libcurl holds on to the lane and its transfers where the compiler cannot see it.
    try withExtendedLifetime(lane) { try conversation.hold() }
    lanes.append(lane)
  }

  /// Ends long work between requests as a request would be ended: by `HTTPError.cancelled`.
  package func checkCancellation() throws(HTTPError) {
    if isCancelled() { throw .cancelled }
  }

  /// Sends a request once, and gives the answer, whatever its status.
  ///
  /// A sink's own errors have no way out of here: a request with a sink is for `run`.
  package func send(_ request: Request) throws(HTTPError) -> Response {
    precondition(request.sink == nil, "a request with a sink is for run")
    let single = Single(request)
    do {
      try run(single, inFlight: 1)
    } catch {
      throw error as? HTTPError ?? .cancelled
    }
    return try single.outcome.get()
  }
}

/// One request, asked once.
private final class Single: Exchange {
  private var request: Request?
  private(set) var outcome: Result<Response, HTTPError> = .failure(.cancelled)

  init(_ request: Request) {
    self.request = request
  }

  func next() -> Request? { request.take() }

  func request(for job: Request) -> Request { job }

  func settle(_ job: Request, _ outcome: Result<Response, HTTPError>, attempt: Int) -> Verdict {
    self.outcome = outcome
    return .settled
  }
}
