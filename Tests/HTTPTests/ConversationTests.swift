import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

/// Many requests at once.
struct ConversationTests {
  @Test func `64 in flight use 64 connections at most, and use them again`() throws {
    let peer = try Peer("http_server.py")
    let transport = Transport()
    let exchange = Gets(Array(repeating: peer.url + "/bytes/7", count: 400))
    try transport.run(exchange, inFlight: 64)
    #expect(exchange.answers.map(\.status) == Array(repeating: 200, count: 400))
    let counts = try HTTPPeer.Counts(of: peer)
    #expect(counts.requests == 400)
    #expect(counts.connections <= 64)
    _ = try transport.send(Request(.get, peer.url + "/bytes/7"))
    #expect(try HTTPPeer.Counts(of: peer).connections == counts.connections)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `few jobs are as good as many`(count: Int) throws {
    let exchange = Gets(Array(repeating: try HTTPPeer.url("/bytes/1"), count: count))
    try Transport().run(exchange, inFlight: 2)
    #expect(exchange.answers.count == count)
  }

  @Test func `what is to be asked again waits without holding up the rest`() throws {
    let key = UUID().uuidString
    let exchange = Gets([try HTTPPeer.url("/busy/\(key)/2"), try HTTPPeer.url("/bytes/1")])
    exchange.verdict = { response, attempt in
      response.status == 503 ? .again(after: .milliseconds(60)) : .settled
    }
    let time = try ContinuousClock().measure { try Transport().run(exchange, inFlight: 1) }
    #expect(exchange.answers.map(\.status) == [503, 200, 503, 200])
    #expect(exchange.attempts == [1, 1, 2, 3])
    #expect(time >= .milliseconds(120))
  }

  @Test func `an exchange may ask for something else in its midst`() throws {
    let transport = Transport()
    let url = try HTTPPeer.url("/bytes/3")
    let exchange = Gets(Array(repeating: url, count: 5))
    exchange.verdict = { _, _ in
      let within = try transport.send(Request(.get, url))
      #expect(within.text == "xxx")
      return .settled
    }
    try transport.run(exchange, inFlight: 3)
    #expect(exchange.answers.count == 5)
  }

  @Test func `a flag of another thread ends it within a second`() throws {
    let flag = Flag()
    let urls =
      [try HTTPPeer.url("/bytes/1")] + Array(repeating: try HTTPPeer.url("/silent"), count: 8)
    let exchange = Gets(urls)
    exchange.verdict = { _, _ in
      Thread.detachNewThread { flag.raised.store(true, ordering: .relaxed) }
      return .settled
    }
    let transport = Transport(isCancelled: { flag.raised.load(ordering: .relaxed) })
    let time = ContinuousClock().measure {
      #expect(throws: HTTPError.cancelled) { try transport.run(exchange, inFlight: 9) }
    }
    #expect(time < .seconds(1))
    #expect(throws: HTTPError.cancelled) { try transport.send(Request(.get, urls[0])) }
  }

  @Test func `what an exchange throws ends it, and the transport goes on`() throws {
    struct Enough: Error {}
    let transport = Transport()
    let urls =
      [try HTTPPeer.url("/bytes/1")] + Array(repeating: try HTTPPeer.url("/silent"), count: 3)
    let exchange = Gets(urls)
    exchange.verdict = { _, _ in throw Enough() }
    #expect(throws: Enough.self) { try transport.run(exchange, inFlight: 4) }
    #expect(try transport.send(Request(.get, urls[0])).isGood)
  }

  @Test func `a sink has each attempt from its start, and good bodies only`() throws {
    let sink = Sink()
    let key = UUID().uuidString
    let busy = Gets([try HTTPPeer.url("/busy/\(key)/1"), try HTTPPeer.url("/status/404")])
    busy.sink = sink
    busy.verdict = { response, _ in response.status == 503 ? .again(after: .zero) : .settled }
    try Transport().run(busy, inFlight: 1)
    #expect(busy.answers.contains { $0.text == "so it is" })
    // Which of the two came last is not told; of the third it is.
    let good = Gets([try HTTPPeer.url("/bytes/200000")])
    good.sink = sink
    try Transport().run(good, inFlight: 1)
    #expect(sink.state.withLock { $0.starts } == 4)
    #expect(sink.state.withLock { $0.bytes } == 200_000)
    #expect(good.answers.last?.body == [])
  }

  @Test func `what a sink throws ends the exchange`() throws {
    let sink = Sink()
    sink.state.withLock { $0.room = 100 }
    let exchange = Gets([try HTTPPeer.url("/bytes/200000")])
    exchange.sink = sink
    #expect(throws: Sink.Full.self) { try Transport().run(exchange, inFlight: 1) }
    #expect(exchange.answers.isEmpty)
  }
}

private final class Flag: Sendable {
  let raised = Atomic(false)
}

/// GETs one address after another.
private final class Gets: Exchange {
  private var urls: [String]
  var sink: Sink?
  var verdict: (Response, Int) throws -> Verdict = { _, _ in .settled }
  private(set) var answers: [Response] = []
  private(set) var attempts: [Int] = []

  init(_ urls: [String]) {
    self.urls = urls.reversed()
  }

  func next() -> String? { urls.popLast() }

  func request(for job: String) -> Request {
    var request = Request(.get, job)
    request.sink = sink
    return request
  }

  func settle(_ job: String, _ outcome: Result<Response, HTTPError>, attempt: Int) throws -> Verdict
  {
    answers.append(try outcome.get())
    attempts.append(attempt)
    return try verdict(answers[answers.count - 1], attempt)
  }
}

/// Counts what it is given, as far as it has room.
private final class Sink: BodySink {
  struct Full: Error {}

  let state = Mutex((starts: 0, bytes: 0, room: Int.max))

  func restart() {
    state.withLock { ($0.starts, $0.bytes) = ($0.starts + 1, 0) }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    try state.withLock { state in
      state.bytes += bytes.count
      if state.bytes > state.room { throw Full() }
    }
  }
}
