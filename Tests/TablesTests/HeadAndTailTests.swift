import Testing

@testable import Tables

@Suite struct HeadAndTailTests {
  @Test(arguments: [1, 2, 3, 4, 7, 40], [0, 1, 2, 3, 4, 5, 7, 8, 41, 100])
  func `both ends are kept in order`(limit: Int, count: Int) {
    var kept = HeadAndTail(limit: limit)
    for number in 0..<count { kept.append([.integer(Int64(number))]) }
    let all = (0..<count).map { [Value.integer(Int64($0))] }
    #expect(kept.count == count)
    if count <= limit {
      #expect(kept.rows.kept == all && kept.rows.gap == nil)
    } else {
      let head = limit - limit / 2
      #expect(kept.rows.kept == Array(all.prefix(head) + all.suffix(limit / 2)))
      #expect(kept.rows.gap == head)
    }
  }

  @Test func `without a limit all rows are kept`() {
    var kept = HeadAndTail(limit: nil)
    for number in 0..<1000 { kept.append([.integer(Int64(number))]) }
    #expect(kept.rows.kept.count == 1000 && kept.rows.gap == nil)
  }
}
