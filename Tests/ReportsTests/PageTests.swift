import Figures
import Reports
import Tables
import TestSupport
import Testing

@Suite struct PageTests {
  /// A digest that can be told apart; benchdb passes SHA-256.
  private func page(_ report: Report, theme: Theme = .auto) -> String {
    report.html(theme: theme) { "\($0.utf8.count)" }
  }

  private func picture() throws -> Picture {
    let table = Table(
      columns: ["framework", "value"], rows: [["tpot", 0.8], ["tpot", 0.9], ["h2o", 0.7]])
    var options = FigureOptions()
    options.name = "drawing-box"
    return Picture(
      name: "box", title: "Values",
      figure: try draw(
        table, spec: FigureSpec(parsing: "box x=framework y=value"), options: options),
      data: DataTable("Values", id: "data-box", drawn: table),
      command: "benchdb figure box", sql: "SELECT '<b>'")
  }

  @Test func `nothing in it asks the network`() throws {
    var evidence = Example.evidence()
    evidence.pictures = [try picture()]
    let page = page(try Report(of: evidence))
    for word in ["src=", "@import", "url(", "<link", "http://"] {
      let allowed = word == "http://" ? "http://www.w3.org/2000/svg" : "-"
      #expect(!page.replacing(allowed, with: "").contains(word), "\(word)")
    }
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test func `one script runs, which the policy knows by its digest`() throws {
    let page = page(try Report(of: Example.evidence(third: Example.hostile)))
    let scripts = page.split(separator: "<script", omittingEmptySubsequences: false).dropFirst()
    #expect(scripts.count == 1)
    let text = try #require(page.firstMatch(of: /<script>((?s).+?)<\/script>/)?.1)
    #expect(page.contains("script-src &#39;sha256-\(text.utf8.count)&#39;"))
    #expect(page.contains("&lt;/script&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"))
  }

  @Test func `an id stands once, whatever things are called`() throws {
    var evidence = Example.evidence()
    var twin = try picture()
    // A query of a section's name.
    (twin.name, twin.data, twin.elsewhere) = ("coverage", nil, tasksID)
    evidence.pictures = [try picture(), twin]
    let page = page(try Report(of: evidence))
    let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
      .filter { !$0.hasPrefix("drawing-") }
    #expect(Set(ids).count == ids.count)
    for anchor in page.matches(of: /href="#([^"]+)"/).map({ String($0.1) }) {
      #expect(ids.contains(anchor), "\(anchor)")
    }
  }

  @Test func `a figure has its numbers, its SQL and no colours of its own`() throws {
    var evidence = Example.evidence()
    evidence.pictures = [try picture()]
    let page = page(try Report(of: evidence))
    #expect(page.contains("<th scope=\"row\">tpot<td>0.8"))
    #expect(page.contains("SELECT &#39;&lt;b&gt;&#39;"))
    #expect(page.matches(of: /<style/).count == 1)
    #expect(page.contains("light-dark(#1b1f24,#e9ebee)"))
  }

  @Test func `a theme is where the colours begin`() throws {
    let report = try Report(of: Example.evidence())
    #expect(page(report).contains("<html lang=\"en\">"))
    #expect(page(report, theme: .dark).contains("<html lang=\"en\" data-theme=\"dark\">"))
  }

  @Test func `numbers are read short and taken along in full`() {
    let table = DataTable("t", Table(columns: ["a"], rows: [[.real(1.0 / 3)]]), digits: 3)
    let report = Report(title: "t", sections: [Section("s", blocks: [.table(table)])])
    #expect(page(report).contains("data-v=\"0.3333333333333333\">0.333"))
  }

  @Test func `no words of others are markup in Markdown or LaTeX`() throws {
    let name = #"a|b<i>`x`*y*[z](u)\n$&_{}"#
    let text = try Report(of: Example.evidence(third: name)).text(.markdown)
    let outside = text.split(separator: "```").enumerated().filter { $0.offset.isMultiple(of: 2) }
      .map { String($0.element) }.joined()
    for word in ["<i>", "[z]", "`x`", "*y*"] {
      #expect(!outside.replacing("\\" + word.prefix(1), with: "").contains(word), "\(word)")
    }
    #expect(text.contains(#"a|b\textless{}i\textgreater{}`x`*y*[z](u)\textbackslash{}n\$\&\_\{\}"#))
  }

  @Test func `control characters steer neither a page nor a terminal`() throws {
    let report = try Report(of: Example.evidence(third: "a\u{1B}[2J\u{202E}b\u{0}"))
    for text in [page(report), report.text(.box)] {
      #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{0}"].contains($0) })
    }
  }
}
