import Foundation
import OpenML
import Tables

/// What a download did.
struct DownloadOutcome {
  var written: [(id: Int, made: MadeDataset)] = []
  var there: [(id: Int, made: MadeDataset)] = []
  var faults: [(id: Int, error: OpenMLError)] = []
  /// Files that stand in the way.
  var refused: [Failure] = []
  var bytes = 0

  func made(_ id: Int) -> MadeDataset? {
    (written + there).first { $0.id == id }?.made
  }

  /// Whether a dataset may still come: it is not here, and no answer says that it never will be.
  func isAwaited(_ id: Int) -> Bool {
    guard made(id) == nil else { return false }
    return faults.first { $0.id == id }.map { !$0.error.isFinal } ?? true
  }

  /// The closing line.
  func sentence(in folder: String, after time: Duration) -> String {
    var words = [
      "\(counted(written.count, "dataset")) written", "\(grouped(there.count)) there already",
    ]
    let empty = faults.count { if case .empty = $0.error { true } else { false } }
    if empty > 0 { words.append("\(grouped(empty)) empty") }
    let failed = faults.count - empty
    if failed > 0 { words.append("\(grouped(failed)) that did not come") }
    let amount = String(format: "%.1f MB in %.1f s", Double(bytes) / 1e6, time / .seconds(1))
    return "\(folder): \(words.joined(separator: ", ")); \(amount)"
  }

  /// Throws if something is left to be done about it: what another run may mend comes first.
  func raise() throws {
    let failures = faults.compactMap { fault -> Failure? in
      if case .empty = fault.error { return nil }
      return Failure(fault.error)
    }
    let all =
      failures.filter { $0.status == .tryAgain } + refused
      + failures.filter { $0.status != .tryAgain }
    guard let first = all.first else { return }
    let others = all.count > 1 ? " \(grouped(all.count - 1)) more did not come." : ""
    let hope = first.status == .tryAgain ? " Run it again, and it goes on." : ""
    throw Failure(first.status, first.sentence + others + hope)
  }
}

extension OpenMLError {
  /// Whether every answer will be this one.
  fileprivate var isFinal: Bool {
    switch self {
    case .empty, .unusable, .unreadable, .none: true
    case .transport, .denied, .refused, .malformed, .checksum, .file: false
    }
  }
}
