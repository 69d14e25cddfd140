import Glibc
import Synchronization
import Warehouse

/// The store that a verb at the prompt works with, shared with the thread that hears Ctrl-C: the
/// prompt's, or one of the verb's own.
final class VerbStore: Sendable {
  private let store = Mutex<Store?>(nil)

  func hold(_ used: Store) {
    store.withLock { $0 = used }
  }

  /// To be called when the verb has ended.
  func release() {
    store.withLock { $0 = nil }
  }

  /// Ends what the verb does with its store, and returns when it has.
  ///
  /// SQLite ends a statement that is running, and nothing between two, of which an import has
  /// thousands: so it is asked again until the verb has heard.
  func interrupt() {
    while let used = store.withLock({ $0 }) {
      used.interrupt()
      usleep(2_000)
    }
  }
}
