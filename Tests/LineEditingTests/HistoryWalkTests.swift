import Testing

@testable import LineEditing

@Suite struct HistoryWalkTests {
  private let history = ["select 1", "show", "select 2"]

  @Test func `a walk passes what begins otherwise and returns to the draft`() {
    var walk = HistoryWalk(from: "sel", history)
    let steps = [true, true, true, false, false, false].map { walk.step(back: $0, history) }
    #expect(steps == ["select 2", "select 1", nil, "select 2", "sel", nil])
  }

  @Test func `without a draft it passes nothing`() {
    var walk = HistoryWalk(from: "", history)
    #expect((0..<4).map { _ in walk.step(back: true, history) } == history.reversed() + [nil])
  }

  @Test func `no history is no walk`() {
    var walk = HistoryWalk(from: "", [])
    #expect(walk.step(back: true, []) == nil)
    #expect(walk.step(back: false, []) == nil)
  }

  @Test func `a suggestion is the rest of the newest entry that is longer`() {
    #expect(suggestion(for: "select", from: history) == " 2")
    #expect(suggestion(for: "select 2", from: history) == nil)
    #expect(suggestion(for: "", from: history) == nil)
    #expect(suggestion(for: "sh", from: history) == "ow")
  }
}
