import Dispatch
import Foundation
import Synchronization

/// A log on its way to a store while its run lasts, so that it is there whatever becomes of the machine.
///
/// All of it is put again whenever there is more, after a second at first and then ever less often, up to
/// a minute. What cannot be put now is put later, or with the record.
package final class LogStream: Sendable {
  private struct State {
    var log: CappedLog
    var hasMore = true
  }

  private let store: any ObjectStore
  private let key: String
  private let state: Mutex<State>
  private let over = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  private static let longestPause = 60.0

  /// - Parameter heading: the line that it begins with.
  package init(to store: any ObjectStore, key: String, heading: String) {
    self.store = store
    self.key = key
    var log = CappedLog()
    log.append(Array((heading + "\n").utf8))
    state = Mutex(State(log: log))
    Thread.detachNewThread { [self] in
      var pause = 1.0
      while over.wait(timeout: .now() + pause) == .timedOut {
        put()
        pause = min(pause * 1.5, Self.longestPause)
      }
      ended.signal()
    }
  }

  package func append(_ bytes: some Collection<UInt8>) {
    state.withLock { state in
      state.log.append(bytes)
      state.hasMore = true
    }
  }

  /// Ends it, when what is under way has arrived; to be called once.
  package func end() {
    over.signal()
    ended.wait()
  }

  private func put() {
    let text = state.withLock { state -> String? in
      defer { state.hasMore = false }
      return state.hasMore ? state.log.text : nil
    }
    guard let text else { return }
    do {
      try store.put(Array(text.utf8), to: key)
    } catch {
      state.withLock { $0.hasMore = true }
    }
  }
}
