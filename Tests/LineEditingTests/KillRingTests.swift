import Testing

@testable import LineEditing

@Suite struct KillRingTests {
  private func ring(_ pieces: String...) -> KillRing {
    var ring = KillRing()
    for piece in pieces { ring.add(Array(piece)[...], joining: false, backwards: false) }
    return ring
  }

  @Test func `an empty ring gives nothing`() {
    var ring = KillRing()
    #expect(ring.latest() == nil)
    #expect(ring.older() == nil)
  }

  @Test func `older pieces come one after another, then the latest again`() {
    var ring = ring("a", "b", "c")
    let pieces = [ring.latest(), ring.older(), ring.older(), ring.older()]
    #expect(pieces == [["c"], ["b"], ["a"], ["c"]])
  }

  @Test func `pieces cut one after another are one, in the order of the text`() {
    var ring = ring("b")
    ring.add(["c"], joining: true, backwards: false)
    ring.add(["a"], joining: true, backwards: true)
    #expect(ring.latest() == ["a", "b", "c"])
  }
}
