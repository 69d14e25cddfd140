import Dispatch
import Foundation
import Synchronization

/// What `body` makes of each item, in their order, on up to 32 threads: for what waits more than it works.
func sideBySide<Item: Sendable, Made: Sendable>(
  _ items: [Item], _ body: @escaping @Sendable (Item) throws(ComputeError) -> Made
) -> [Result<Made, ComputeError>] {
  let bench = Workbench<Made>(count: items.count)
  let threads = DispatchGroup()
  for _ in 0..<min(items.count, 32) {
    threads.enter()
    Thread.detachNewThread {
      while let place = bench.next() {
        bench.keep(Result { () throws(ComputeError) in try body(items[place]) }, at: place)
      }
      threads.leave()
    }
  }
  threads.wait()
  return bench.all
}

/// What threads share that work on one list.
private final class Workbench<Made: Sendable>: Sendable {
  private let count: Int
  private let state = Mutex((next: 0, made: [Int: Result<Made, ComputeError>]()))

  init(count: Int) {
    self.count = count
  }

  /// The place of the next item; nil at the end.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func keep(_ result: Result<Made, ComputeError>, at place: Int) {
    state.withLock { $0.made[place] = result }
  }

  /// All results, once there are all.
  var all: [Result<Made, ComputeError>] {
    state.withLock { state in (0..<count).compactMap { state.made[$0] } }
  }
}
