import Foundation
import TestSupport
import Testing

/// What `benchdb figure` writes, and as what.
struct DrawFigureTests {
  /// Draws every figure there is from the warehouse of `folder`; the names of those that are too little for
  /// one, and the sizes of the others.
  private func drawn(
    in folder: FreshFolder
  ) async throws -> (refused: [String], sizes: [String: Int]) {
    let listed = try await folder.benchdb("figure", "--list", "--format", "csv")
    let names = listed.output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
    #expect(names.count >= 18)
    var refused: [String] = []
    var sizes: [String: Int] = [:]
    for name in names {
      let ended = try await folder.benchdb("figure", name)
      #expect([0, 1].contains(ended.status), "\(name): \(ended.error)")
      if ended.status == 1 { refused.append(name) } else { sizes[name] = ended.output.utf8.count }
    }
    return (refused, sizes)
  }

  @Test func `every figure draws the sample, or says in a sentence why not`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let (refused, sizes) = try await drawn(in: folder)
    // Each of the sample's frameworks has one version.
    #expect(refused == ["trend"])
    #expect(sizes.values.allSatisfy { (2_000...48_000).contains($0) })
  }

  @Test(arguments: ["-p a=linear -p b=nosuch", "-p a=nosuch", "-p a=linear -p b=linear"])
  func `a pair that is not there is not replaced by another`(words: String) async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    #expect(try await folder.shell("benchdb figure pair-scatter \(words)").status == 1)
  }

  @Test func `an empty warehouse draws nothing and says so`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    #expect(try await drawn(in: folder).sizes.isEmpty)
  }

  @Test func `names from the data stay text`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let evil = "<script>alert('1')</script>&amp;"
    let rows = (1...8).flatMap { dataset in
      ["\(evil),\(evil)\(dataset),0.\(dataset)", "b,\(evil)\(dataset),0.1"]
    }
    try folder.write(
      (["framework,dataset,auc"] + rows).joined(separator: "\n") + "\n", to: "runs.csv")
    let read = try await folder.benchdb("import", "runs.csv", "--as", "generic")
    #expect(read.status == 0, "\(read.error)")
    for name in ["rank-cd", "pairwise-matrix", "pair-scatter", "heat-task-framework", "coverage"] {
      let svg = try await folder.benchdb("figure", name).output
      #expect(svg.contains("&lt;script&gt;alert") && !svg.contains("<script"))
    }
  }

  @Test func `the ending says what is written`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    for (file, start) in [("a.pdf", "%PDF"), ("a.PNG", "\u{89}PNG")] {
      let ended = try await folder.benchdb(
        "figure", "rank-cd", "-o", file, environment: ["PATH": "/usr/bin:/bin"])
      #expect(ended.status == 0, "\(ended.error)")
      let bytes = try Data(contentsOf: folder.url.appending(path: file)).prefix(4)
      #expect(Array(bytes) == start.unicodeScalars.map { UInt8($0.value) })
    }
    let again = try await folder.benchdb("figure", "rank-cd", "-o", "a.pdf")
    #expect(again.status == 73)
  }

  @Test func `without librsvg it says what to install, and an SVG is an SVG`() async throws {
    let folder = try FreshFolder()
    _ = try await folder.benchdb("init", "--sample")
    let nowhere = ["PATH": "/nowhere"]
    let ended = try await folder.benchdb(
      "figure", "rank-cd", "-o", "cd.pdf", environment: nowhere)
    #expect(ended.status == 69)
    #expect(ended.error.contains("\"apt-get install librsvg2-bin\""))
    #expect(!folder.names.contains("cd.pdf"))
    let svg = try await folder.benchdb("figure", "rank-cd", "-o", "cd.svg", environment: nowhere)
    #expect(svg.status == 0)
  }

  @Test func `another ending is refused before anything is drawn`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("figure", "rank-cd", "-o", "cd.jpg")
    #expect(ended.status == 64)
    #expect(ended.error.contains("a figure is written as .svg, .pdf or .png, and \"cd.jpg\""))
  }
}
