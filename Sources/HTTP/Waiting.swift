/// What waits for its time: a binary heap, the earliest at the root.
///
/// - Complexity: O(log n) to insert and to take.
struct Waiting<Element> {
  private var heap: [(due: ContinuousClock.Instant, element: Element)] = []

  var count: Int { heap.count }
  var isEmpty: Bool { heap.isEmpty }
  /// When the first is due.
  var nextDue: ContinuousClock.Instant? { heap.first?.due }

  mutating func insert(_ element: Element, due: ContinuousClock.Instant) {
    heap.append((due, element))
    var child = heap.count - 1
    while child > 0, heap[child].due < heap[(child - 1) / 2].due {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the earliest, if its time has come.
  mutating func popDue(at now: ContinuousClock.Instant) -> Element? {
    guard let first = heap.first, first.due <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    sink(from: 0)
    return first.element
  }

  private mutating func sink(from root: Int) {
    var parent = root
    while 2 * parent + 1 < heap.count {
      let children = (2 * parent + 1)..<min(2 * parent + 3, heap.count)
      guard let least = children.min(by: { heap[$0].due < heap[$1].due }),
        heap[least].due < heap[parent].due
      else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
