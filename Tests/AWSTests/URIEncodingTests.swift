import Testing

@testable import AWS

struct URIEncodingTests {
  @Test(arguments: [
    ("plain-key_1.2~x", "plain-key_1.2~x"), ("a b+c%d", "a%20b%2Bc%25d"), ("é\n", "%C3%A9%0A"),
    ("../a//b", "..%2Fa%2F%2Fb"), ("?#&=('!*)", "%3F%23%26%3D%28%27%21%2A%29"),
  ])
  func `all but unreserved characters are encoded`(text: String, code: String) {
    #expect(percentEncoded(text) == code)
    #expect(percentDecoded(code) == text)
    #expect(percentEncoded(text, keepingSlash: true) == code.replacing("%2F", with: "/"))
  }

  @Test(arguments: ["100%", "%zz", "%4", "%+1", "%é"])
  func `a percent sign that begins nothing is no code`(text: String) {
    #expect(percentDecoded(text) == nil)
  }
}
