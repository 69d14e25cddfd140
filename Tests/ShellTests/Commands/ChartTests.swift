import Testing

@testable import Shell

@Suite struct ChartTests {
  @Test(arguments: [
    ("5e-324), (1e-323", "its numbers are too close together"),
    ("1e308), (-1e308", "some of its numbers are too large"),
    ("1.79e308), (1.7e308", "some of its numbers are too large"),
  ])
  func `numbers that no scale holds are refused`(values: String, why: String) throws {
    let session = try Conversation()
    let text = session.type(
      "select column1 as x, 1 as label from (values (\(values)));", ".chart x", ".chart x label")
    #expect(text.split(separator: "\n").count { $0 == "error: x cannot be drawn: \(why)" } == 2)
  }

  @Test func `the largest and the smallest that a scale holds are drawn`() throws {
    let session = try Conversation()
    let text = session.type(
      "select column1 as x from (values (-4e307), (4e307));", ".chart x",
      "select column1 as x from (values (0), (3e-308));", ".chart x",
      "select 5e-324 as x, 1 as label;", ".chart x", ".chart x label")
    #expect(text.contains("2 values of x from -4e+307 to 4e+307, median 0\n"))
    #expect(!text.contains("error"))
  }
}
