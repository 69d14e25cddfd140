/// Things in the order they came.
struct Queue<Element> {
  private var elements: [Element] = []
  private var start = 0

  var count: Int { elements.count - start }
  var first: Element? { start < elements.count ? elements[start] : nil }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  /// - Complexity: O(1), on average.
  mutating func popFirst() -> Element? {
    guard let first else { return nil }
    start += 1
    if start > 1024, start > elements.count / 2 {
      elements.removeFirst(start)
      start = 0
    }
    return first
  }
}
