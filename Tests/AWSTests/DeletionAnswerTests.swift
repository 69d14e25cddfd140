import HTTP
import Testing

@testable import AWS

struct DeletionAnswerTests {
  @Test func `refusals are told by key`() throws {
    let answer = try DeletionAnswer(
      Array(
        """
        <DeleteResult><Error><Key>a&amp;b</Key><Code>AccessDenied</Code><Message>no</Message></Error>\
        </DeleteResult>
        """.utf8))
    #expect(answer.refusals == [.init(key: "a&b", code: "AccessDenied", message: "no")])
    #expect(try DeletionAnswer(Array("<DeleteResult/>".utf8)).refusals == [])
    #expect(throws: XMLReader.Fault.self) { try DeletionAnswer(Array("<Error/>".utf8)) }
  }

  @Test func `keys are written so that none is lost`() throws {
    let call = S3Call.delete(["a&b<c>", "x\ny"])
    guard case .bytes(let body)? = call.body else { return #expect(Bool(false)) }
    let delete = try XMLElement.parse(body)
    #expect(delete.all("Object").map { $0.text("Key") } == ["a&b<c>", "x\ny"])
    #expect(String(decoding: body, as: UTF8.self).contains("x&#10;y"))
    #expect(call.headers.contains { $0.name == "Content-MD5" })
  }
}
