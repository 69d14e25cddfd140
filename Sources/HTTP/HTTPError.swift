/// Why there is no answer.
package enum HTTPError: Error, Sendable, Equatable {
  /// What a server let pass without a word.
  package enum Wait: String, Sendable {
    case connection, answer, progress
  }

  case badURL(String)
  /// The value of that header holds a line break, which would begin another.
  case badHeader(String)
  /// The name is not known, or nobody listens there.
  case unreachable(host: String, reason: String)
  case certificate(host: String, reason: String)
  /// The server let a time-out pass.
  case timeout(Wait, host: String)
  /// The connection broke, or the body ended before its length.
  case broken(host: String, reason: String)
  case tooLarge(limit: Int)
  /// A file to send cannot be read.
  case file(String)
  /// The user ended it.
  case cancelled
}

extension HTTPError {
  /// Whether another attempt may go better.
  package var isTransient: Bool {
    switch self {
    case .unreachable, .timeout, .broken: true
    case .badURL, .badHeader, .certificate, .tooLarge, .file, .cancelled: false
    }
  }
}
