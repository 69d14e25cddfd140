import class Dispatch.DispatchQueue

/// What `body` gives for each number from 0 to below `count`, in their order, on all cores.
///
/// Each result is of its number alone, so how many cores there are, and which of them is first, never
/// changes one.
///
/// - Parameter size: about how many steps of a few nanoseconds each takes. Where all together take
///   less than it takes to wake a core, one does them all.
func concurrentMap<Result: Sendable>(
  _ count: Int, ofSize size: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1, size > 10_000 / count else {
    return (0..<count).map(body)
  }
  return Array(unsafeUninitializedCapacity: count) { results, initialized in
    // Each place is written once, by whom its number fell to, and read after all have come back.
    nonisolated(unsafe) let places = results.baseAddress
    DispatchQueue.concurrentPerform(iterations: count) { number in
      places?.advanced(by: number).initialize(to: body(number))
    }
    initialized = count
  }
}
