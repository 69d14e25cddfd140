/// What is asked of a server, once.
package struct Request: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
  }

  package var method: Method
  /// Absolute and percent-encoded; sent as it stands, dots in the path included.
  package var url: String
  /// In the order they are sent; `Host`, `Content-Length` and `Accept-Encoding` are added where absent.
  package var headers: [Header]
  package var body: Body?
  /// Where the body of a good answer (2xx) goes; nil to have it in `Response.body`.
  package var sink: (any BodySink)?
  /// How large a body may be that `Response.body` holds.
  package var bodyLimit = 32 << 20
  /// Whether the server may compress the answer, which is then given as it was before.
  package var takesCompression = false
  /// Whether a redirect is followed, ten at most; `Authorization` goes to no other host.
  package var followsRedirects = false

  package init(_ method: Method, _ url: String, headers: [Header] = [], body: Body? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// What is sent along.
  package enum Body: Sendable {
    case bytes([UInt8])
    /// A part of a file, read as it is sent.
    case file(path: String, offset: Int, count: Int)

    package var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, _, let count): count
      }
    }
  }
}

/// A field of a request's or an answer's head.
package struct Header: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Takes the body of an answer, piece by piece, on the thread that runs the transport.
package protocol BodySink: AnyObject, Sendable {
  /// An attempt begins: what an earlier one brought is void.
  func restart() throws
  /// A good answer begins its body: by 206 a part of what was asked for, by any other status all of it.
  func begin(status: Int) throws
  /// The next bytes. What it throws ends the exchange; an `HTTPError` only the attempt, which the
  /// exchange then hears of.
  func receive(_ bytes: UnsafeRawBufferPointer) throws
}

extension BodySink {
  package func begin(status: Int) {}
}
