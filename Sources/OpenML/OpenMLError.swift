package import HTTP
package import Tables

/// Why OpenML gave no data, or data that is of no use.
///
/// `what` is the path that was asked for, below the address of the API: `data/61`.
package enum OpenMLError: Error, Equatable {
  case transport(HTTPError)
  /// OpenML has no such thing, in its own words.
  case none(String, message: String)
  /// It wants a key, or another one.
  case denied(String, message: String)
  /// It answered by another error than these.
  case refused(String, status: Int, message: String)
  /// The answer is not what OpenML sends.
  case malformed(String, reason: String)
  /// A file that came, but not as its description has it.
  case checksum(String, found: String, expected: String)
  /// A file of the cache that cannot be read or written.
  case file(String, reason: String)
  /// A dataset that has no row, or no target in any.
  case empty(Int, reason: String)
  /// A dataset that is no table with one target.
  case unusable(Int, reason: String)
  /// A dataset whose file breaks the rules of ARFF.
  case unreadable(Int, TablesError)
}

extension OpenMLError {
  /// Whether another attempt may go better.
  package var isTransient: Bool {
    switch self {
    case .transport(let error): error.isTransient
    case .refused(_, let status, _): Retry.isTransient(status: status)
    case .malformed, .checksum: true
    case .none, .denied, .file, .empty, .unusable, .unreadable: false
    }
  }
}

extension OpenMLError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .transport(let error): error.description
    case .none(let what, let message): "OpenML has no \(what)\(words(message))."
    case .denied(let what, let message):
      "OpenML does not give out \(what)\(words(message)). Is openml_api_key right?"
    case .refused(let what, let status, let message):
      "OpenML answered \(status) to \(what)\(words(message))."
    case .malformed(let what, let reason): "OpenML's answer to \(what) \(reason)."
    case .checksum(let what, let found, let expected):
      "\(what) came with the MD5 \(found), its description says \(expected)."
    case .file(let path, let reason): "\(path): \(reason)."
    case .empty(let id, let reason): "dataset \(id) is empty: \(reason)."
    case .unusable(let id, let reason): "dataset \(id) cannot be used: \(reason)."
    case .unreadable(let id, let error): "the file of dataset \(id), \(error)."
    }
  }

  private func words(_ message: String) -> String {
    message.isEmpty ? "" : ": \(message.last == "." ? String(message.dropLast()) : message)"
  }
}
