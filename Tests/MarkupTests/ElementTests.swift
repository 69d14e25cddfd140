import Markup
import Testing

@Suite struct ElementTests {
  @Test func `text and attributes stay text, in SVG and in HTML`() {
    let hostile = #"</p><script>alert("1")</script>"#
    let safe = "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"
    let element = Element("p", ["title": hostile], text: hostile)
    #expect(element.rendered == "<p title=\"\(safe)\">\(safe)</p>")
    #expect(element.html == element.rendered + "\n")
  }

  @Test func `in HTML void elements, rows and cells have no end tag`() {
    let row = Element("tr", [:], [.element(Element("td")), .element(Element("td", text: "1"))])
    #expect(row.html == "<tr><td><td>1\n")
    #expect(Element("p").html == "<p></p>\n")
    #expect(Element("meta", ["charset": "utf-8"]).html == "<meta charset=\"utf-8\">")
  }

  @Test func `a drawing within HTML is XML`() {
    let path = Element("path", ["d": "M1 2z"])
    #expect(
      Element("td").containing([Element("svg").containing([path])]).html
        == "<td><svg><path d=\"M1 2z\"/></svg>")
  }

  @Test func `words and elements may take turns`() {
    let name = Element("b", text: "a<b")
    #expect(
      Element("p", [:], ["by ", .element(name), " and \("c&d")"]).html
        == "<p>by <b>a&lt;b</b> and c&amp;d</p>\n")
  }

  @Test func `line breaks are kept where they show`() {
    #expect(Element("pre", text: "a\n\tb\u{1B}").html == "<pre>a\n\tb\u{FFFD}</pre>\n")
    #expect(Element("b", text: "a\nb").html == "<b>a b</b>")
  }

  @Test func `what has no value is no attribute`() {
    #expect(Element("a", ["href": "#x", "title": nil], text: "x").html == "<a href=\"#x\">x</a>")
  }
}
