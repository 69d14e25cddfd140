import Testing

@testable import HTTP

struct ResponseTests {
  private let response = Response(
    status: 200,
    headers: [
      Header("ETag", "\"a\""), Header("X-Empty", ""), Header("x-two", "1"), Header("X-Two", "2"),
    ])

  @Test func `a header is found in letters of any case, the first of its name`() {
    #expect(response[header: "etag"] == "\"a\"")
    #expect(response[header: "X-TWO"] == "1")
    #expect(response[header: "x-empty"] == "")
    #expect(response[header: "etags"] == nil)
    #expect(response[header: ""] == nil)
  }

  @Test func `headers come back as they were`() {
    #expect(response.headers.map(\.name) == ["ETag", "X-Empty", "x-two", "X-Two"])
    #expect(response.headers.map(\.value) == ["\"a\"", "", "1", "2"])
    #expect(Response(status: 204).headers.isEmpty)
  }

  @Test(arguments: [
    ("name:value\r\n", "value"), ("Name : \t spaced out \r\n", "spaced out"),
    ("NAME: a:b\n", "a:b"),
    ("junk\r\nname: value\r\n", "value"), ("name: value", "value"), ("name:\r\n", ""),
  ])
  func `a line is read as servers write it`(lines: String, value: String) {
    var head = Head()
    lines.utf8CString.dropLast().withUnsafeBytes { head.append($0) }
    #expect(head["name"] == value)
  }
}
