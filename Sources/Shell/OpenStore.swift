internal import Synchronization
internal import Warehouse

/// The store that a session has open at the moment, shared with the thread that hears Ctrl-C.
final class OpenStore: Sendable {
  private let store: Mutex<Store>

  init(_ store: Store) {
    self.store = Mutex(store)
  }

  var current: Store { store.withLock { $0 } }

  func replace(with next: Store) {
    store.withLock { $0 = next }
  }
}
