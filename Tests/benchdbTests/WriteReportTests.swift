import Foundation
import Tables
import TestSupport
import Testing

@Suite struct WriteReportTests {
  private func sample() async throws -> FreshFolder {
    let folder = try FreshFolder()
    let made = try await folder.benchdb("init", "--sample", "--quiet")
    #expect(made.status == 0, "\(made.error)")
    return folder
  }

  private func page(_ folder: FreshFolder, _ words: String...) async throws -> String {
    let ended = try await folder.shell("benchdb report --quiet " + words.joined(separator: " "))
    #expect(ended.status == 0, "\(ended.error)")
    return ended.output
  }

  /// The full numbers of the rows of the table called `id`.
  private func table(_ id: String, of page: String) throws -> [[String]] {
    let start = try #require(page.firstRange(of: "<table id=\"\(id)\">"))
    let text = page[start.upperBound...].prefix { _ in true }
    let end = try #require(text.firstRange(of: "</table>"))
    return text[..<end.lowerBound].matches(of: /<tr>(.*?)\n/).map { row in
      row.1.matches(of: /<t[hd][^>]*?(?:data-v="([^"]*)")?>([^<]*)/).map { cell in
        String(cell.1 ?? cell.2)
      }
    }
  }

  @Test func `ranks and p values are those of benchdb test, to the digit`() async throws {
    let folder = try await sample()
    let page = try await page(folder, "--metric", "auc", "--alpha", "0.01")
    for (test, id) in [
      ("nemenyi", "nemenyi-test-with-critical-distance"),
      ("holm", "wilcoxon-signed-rank-tests-of-all-pairs-adjusted-by-holm"),
      ("friedman", "friedman-test-with-iman-and-davenport-s-f"),
    ] {
      let ended = try await folder.shell("benchdb test \(test) --metric auc --alpha 0.01 -q")
      let expected = ended.output.split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(try table(id, of: page) == expected)
      let words = try await folder.shell(
        "benchdb test \(test) --metric auc --alpha 0.01 2>&1 >/dev/null")
      let sentence = words.error + words.output
      let phrase = sentence.split(separator: "\n").last.map { String($0.dropFirst()) } ?? "?"
      #expect(page.contains(phrase), "\(phrase)")
    }
    let nemenyi = try table("nemenyi-test-with-critical-distance", of: page)
    let board = try table("leaderboard-table", of: page)
    for row in board.dropFirst() {
      let pair = try #require(nemenyi.first { $0[0] == row[0] || $0[1] == row[0] })
      #expect(row[1] == (pair[0] == row[0] ? pair[2] : pair[3]))
    }
  }

  @Test func `the first two are compared as benchdb compare does`() async throws {
    let folder = try await sample()
    let page = try await page(folder, "--metric", "auc")
    let board = try table("leaderboard-table", of: page)
    let ended = try await folder.shell(
      "benchdb compare \(board[1][0]) \(board[2][0]) --metric auc -q")
    let expected = ended.output.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    // A comparison goes on with what single folds say, which the report leaves to it.
    let shown = try table("\(board[1][0])-against-\(board[2][0])", of: page)
    #expect(shown.last?[0] == "probability \(board[2][0]) better")
    #expect(shown == Array(expected.prefix(shown.count)))
  }

  @Test func `the same data gives the same bytes, unless it is stamped`() async throws {
    let folder = try await sample()
    let first = try await page(folder)
    #expect(try await page(folder) == first)
    #expect(!first.contains("made at"))
    #expect(try await page(folder, "--stamp").contains("made at"))
  }

  @Test func `the digest is that of the command beside it`() async throws {
    let folder = try await sample()
    let facts = try table("facts", of: await page(folder))
    let digest = try #require(facts.first { $0[0] == "SHA-256 of the scores" })[1]
    let command = try #require(facts.first { $0[0] == "which is that of the output of" })[1]
    let ended = try await folder.shell("\(command) | sha256sum | cut -d' ' -f1")
    #expect(ended.output == digest + "\n")
  }

  @Test func `a query of the user's own adds a figure`() async throws {
    let folder = try await sample()
    try folder.write(
      """
      -- title: How long each framework ran
      -- figure: box x=framework y=duration scale=log better=lower label=seconds
      -- report: 5
      SELECT framework, duration FROM results WHERE status = 'ok' ORDER BY framework, duration
      """, to: "queries/training-time.sql")
    let page = try await page(folder)
    #expect(page.contains("<figure id=\"figure-training-time\">"))
    #expect(page.contains("benchdb figure training-time"))
    #expect(
      page.firstRange(of: "figure-training-time")!.lowerBound
        < page.firstRange(of: "figure-rank-cd")!.lowerBound)
  }

  @Test func `it goes where it is wanted, as a page or as Markdown`() async throws {
    let folder = try await sample()
    let done = try await folder.benchdb("report", "-o", "r.md")
    #expect(done.status == 0 && done.output.isEmpty)
    #expect(done.error.hasPrefix("r.md: linear ranks first (mean rank 2.31 on 16 datasets)"))
    #expect(folder.text("r.md")?.hasPrefix("# f1 of sample, budget ") == true)
    let again = try await folder.benchdb("report", "-o", "r.md")
    #expect(again.status == 73)
    for ending in ["csv", "pdf"] {
      let other = try await folder.benchdb("report", "-o", "r.\(ending)")
      #expect(other.status == 64)
      #expect(other.error.contains("html or markdown, not \(ending)"))
    }
  }

  @Test func `a warehouse without scores has no report`() async throws {
    let ended = try await FreshFolder.withWarehouse().benchdb("report", "-o", "r.html")
    #expect(ended.status == 1)
    #expect(ended.error == "error: ./bench.db has no scores yet.\n")
  }
}
