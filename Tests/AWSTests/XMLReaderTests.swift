import Testing

@testable import AWS

struct XMLReaderTests {
  private func parsed(_ text: String) throws -> XMLElement {
    try XMLElement.parse(Array(text.utf8))
  }

  private func fault(_ text: String) -> String? {
    do {
      _ = try parsed(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `an error's answer is read`() throws {
    let error = try parsed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- from a service --><s3:Error xmlns:s3='x > y'><Code>NoSuchKey</Code>
      <Message>no &quot;a&#38;b&quot; &lt;&#x263A;&gt;</Message><Empty/><Host a="b"/></s3:Error>
      """)
    #expect(error.name == "Error")
    #expect(error.text("Code") == "NoSuchKey")
    #expect(error.text("Message") == "no \"a&b\" <\u{263A}>")
    #expect(error.text("Empty") == "")
    #expect(error.children.map(\.name) == ["Code", "Message", "Empty", "Host"])
    #expect(error.text("Message", "Deeper") == nil)
  }

  @Test func `text in several pieces is one`() throws {
    let element = try parsed("<a>x<![CDATA[<&amp;>]]>y<b>no</b>z</a>")
    #expect(element.text == "x<&amp;>yz")
    var reader = XMLReader(Array("<r><a>x<b>no</b>y</a><c>after</c></r>".utf8))
    while try reader.next() != nil, !reader.isNamed("a") {}
    #expect(try reader.content() == "xy")
    #expect(try reader.next() == .start)
    #expect(reader.isNamed("c"))
  }

  @Test(arguments: [
    ("", "the answer is cut short"),
    ("not xml", "the answer is not XML"),
    ("<a>", "the answer is cut short"),
    ("<a", "the answer is cut short"),
    ("<a b='>", "the answer is cut short"),
    ("<a></b></a>", "the answer ends <b>, which is not open"),
    ("</a>", "the answer ends <a>, which is not open"),
    ("<a/><b/>", "the answer goes on after its end"),
    ("<a>&bomb;</a>", "the answer has the entity &bomb;, which is not XML's own"),
    ("<a>&#xD800;</a>", "the answer has the entity &#xD800;, which is not XML's own"),
    ("<a>R&D</a>", "the answer has a & that begins nothing"),
    ("<a><></a>", "the answer has an element without a name"),
    ("<a><!-- </a>", "the answer is cut short"),
  ])
  func `what is not XML is refused`(text: String, sentence: String) {
    #expect(fault(text) == sentence)
  }

  @Test func `an entity bomb is refused before it is lit`() {
    let bomb = """
      <!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><ListBucketResult>&b;</ListBucketResult>
      """
    #expect(fault(bomb) == "the answer has a document type, which no service sends")
  }

  @Test func `elements without end do not fill the stack`() {
    #expect(
      fault(String(repeating: "<a>", count: 100_000)) == "the answer nests more than 64 elements")
  }

  @Test func `a document cut short anywhere is refused`() throws {
    let whole = Array("<a b=\"c\">x&amp;y<d/><![CDATA[z]]><!-- e --></a>".utf8)
    for end in whole.indices {
      #expect(throws: XMLReader.Fault.self) { try XMLElement.parse(Array(whole[..<end])) }
    }
    #expect(try XMLElement.parse(whole).text == "x&yz")
  }
}
