import Foundation
import Tables
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A real parser reads every figure.
@Suite struct WellFormedTests {
  @Test(arguments: DrawTests.charts.indices, Theme.allCases)
  func `every figure is well-formed XML`(index: Int, theme: Theme) throws {
    let (table, line) = DrawTests.charts[index]
    let figure = try draw(
      table, spec: FigureSpec(parsing: line), options: AMLB2019.options(theme))
    let outline = try #require(Outline(figure.svg), "not well-formed")
    #expect(outline.root == "svg")
    #expect(outline.titles.first == figure.title)
    #expect(Set(outline.ids).count == outline.ids.count)
    let prefix = line.split(separator: " ")[0]
    #expect(outline.ids.allSatisfy { $0.hasPrefix(prefix) })
    #expect(outline.names.isDisjoint(with: ["script", "image", "foreignObject", "a", "use"]))
  }

  @Test func `hostile names come out of the parser as they went in`() throws {
    let name = "<b onload='x()'>&quot;]]>"
    let rows = AMLB2019.ranks.rows.map { row in
      row[0] == "TPOT" ? [.text(name), row[1], row[2]] : row
    }
    let table = Table(columns: AMLB2019.ranks.columns, rows: rows)
    for line in ["rank-cd", "pairwise-matrix", "heat", "box x=treatment y=value"] {
      let outline = try #require(
        Outline(try draw(table, spec: FigureSpec(parsing: line)).svg))
      #expect(outline.texts.contains(name))
      #expect(!outline.names.contains("b"))
    }
  }
}

/// What stands in an XML document.
private final class Outline: NSObject, XMLParserDelegate {
  private(set) var root = ""
  private(set) var names: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var texts: [String] = []
  private(set) var titles: [String] = []
  private var text = ""

  /// Nil for what is not well-formed.
  init?(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root.isEmpty { root = name }
    names.insert(name)
    if let id = attributes["id"] { ids.append(id) }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "text" { texts.append(text) }
    if name == "title" { titles.append(text) }
    text = ""
  }
}
