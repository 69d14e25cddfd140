import Testing

@testable import HTTP

struct WaitingTests {
  private let start = ContinuousClock.now

  @Test(arguments: [0, 1, 2, 3, 100])
  func `all come out, the earliest first`(count: Int) {
    var waiting = Waiting<Int>()
    // 37 is prime to 101: each number from 1 to 100 comes once.
    for number in (0..<count).map({ ($0 + 1) * 37 % 101 }) {
      waiting.insert(number, due: start + .seconds(number))
    }
    #expect(waiting.count == count)
    var taken: [Int] = []
    while let number = waiting.popDue(at: start + .seconds(101)) { taken.append(number) }
    #expect(taken == (0..<count).map { ($0 + 1) * 37 % 101 }.sorted())
    #expect(waiting.isEmpty)
  }

  @Test func `nothing comes out before its time`() {
    var waiting = Waiting<String>()
    waiting.insert("later", due: start + .seconds(2))
    waiting.insert("soon", due: start + .seconds(1))
    #expect(waiting.nextDue == start + .seconds(1))
    #expect(waiting.popDue(at: start) == nil)
    #expect(waiting.popDue(at: start + .seconds(1)) == "soon")
    #expect(waiting.popDue(at: start + .seconds(1)) == nil)
    #expect(waiting.nextDue == start + .seconds(2))
  }
}
