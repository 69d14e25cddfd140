import Testing

@testable import Warehouse

struct NameIndexTests {
  @Test func `ten thousand names are told apart`() {
    var index = NameIndex()
    for number in 0..<10_000 { insert("name \(number)", Int64(number), into: &index) }
    for number in 0..<10_000 { #expect(look("name \(number)", in: &index) == Int64(number)) }
    #expect(look("name 10000", in: &index) == nil)
    #expect(look("", in: &index) == nil)
  }

  @Test func `an empty name is a name`() {
    var index = NameIndex()
    insert("", 7, into: &index)
    #expect(look("", in: &index) == 7)
  }

  private func insert(_ name: String, _ number: Int64, into index: inout NameIndex) {
    Array(name.utf8).withUnsafeBufferPointer { index.insert($0, number: number) }
  }

  private func look(_ name: String, in index: inout NameIndex) -> Int64? {
    Array(name.utf8).withUnsafeBufferPointer { index.number(of: $0) }
  }
}
