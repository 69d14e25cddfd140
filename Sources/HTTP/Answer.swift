/// An answer as it comes in.
struct Answer {
  /// Of the body of an answer that is not 2xx, so much is kept.
  static let faultLimit = 1 << 20

  private(set) var status = 0
  private(set) var head = Head()
  private(set) var body: [UInt8] = []
  private var isHeadOpen = false
  private var hasBody = false
  private let limit: Int
  private let sink: (any BodySink)?

  init(to request: Request) {
    limit = request.bodyLimit
    sink = request.sink
  }

  /// For the time between two requests.
  init() {
    limit = 0
    sink = nil
  }

  /// Whether the answer itself has begun: `100 Continue` and its like only announce it.
  var hasBegun: Bool { status >= 200 }

  var response: Response { Response(status: status, head: head, body: body) }

  /// Takes a line of a head, its end included. A status line begins a new head and voids what came
  /// before: an interim answer, or one that redirects. Trailers, which follow a body, are no head.
  mutating func take(line: UnsafeRawBufferPointer) {
    if isHeadOpen {
      if line.count <= 2 { isHeadOpen = false } else { head.append(line) }
    } else if line.starts(with: "HTTP/".utf8) {
      status = Self.status(in: line)
      head = Head()
      isHeadOpen = true
    }
  }

  /// Takes the next bytes of the body.
  mutating func take(body bytes: UnsafeRawBufferPointer) throws {
    guard (200..<300).contains(status) else {
      body.append(contentsOf: bytes.prefix(Self.faultLimit - body.count))
      return
    }
    if let sink {
      if !hasBody { try sink.begin(status: status) }
      hasBody = true
      return try sink.receive(bytes)
    }
    guard body.count + bytes.count <= limit else { throw HTTPError.tooLarge(limit: limit) }
    body.append(contentsOf: bytes)
  }

  /// The number after the first space: `HTTP/1.1 200 OK`.
  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    line.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix(3)
      .reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
  }
}
