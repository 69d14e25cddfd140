import TestSupport
import Testing

/// Every extension is one file and one line in an explicit list; a file whose line was forgotten is
/// found here.
struct RegistryTests {
  /// One kind of extension: where its files lie, which list names them, and what both look like.
  struct Kind: Sendable, CustomTestStringConvertible {
    var folder: String
    var list: String
    /// The words before and after the name where it is declared.
    var declaration: (before: String, after: [String])
    /// The name as the list writes it.
    var entry: @Sendable (String) -> String

    var testDescription: String { folder }

    /// The names declared at the start of a line of `source`, or within an extension.
    func names(in source: Source) -> [String] {
      source.lines.compactMap { line in
        guard let start = line.firstRange(of: declaration.before)?.upperBound else { return nil }
        let name = line[start...].prefix { $0.isLetter || $0.isNumber }
        let isNested = line.hasPrefix("  ") && !declaration.before.contains("let")
        let rest = line[name.endIndex...]
        guard !isNested, declaration.after.contains(where: rest.hasPrefix) else { return nil }
        return String(name)
      }
    }
  }

  static let kinds = [
    Kind(
      folder: "Sources/Tables/Formats", list: "Sources/Tables/TableFormat.swift",
      declaration: ("static let ", [" = TableFormat("]), entry: { ".\($0)," }),
    Kind(
      folder: "Sources/Scoring/Metrics", list: "Sources/Scoring/Metrics.swift",
      declaration: ("struct ", [": ClassificationMetric", ": RegressionMetric"]),
      entry: { "\($0)()," }),
    Kind(
      folder: "Sources/Figures/Charts", list: "Sources/Figures/ChartList.swift",
      declaration: ("enum ", [": Chart {"]), entry: { "\($0).self," }),
    Kind(
      folder: "Sources/Figures/Marks", list: "Sources/Figures/Marks/Mark.swift",
      declaration: ("struct ", [": Mark {"]), entry: { "\($0).self," }),
    Kind(
      folder: "Sources/Statistics/Hypotheses", list: "Sources/Statistics/Hypothesis.swift",
      declaration: (
        "extension ",
        ["", "Rope", "Fold", "Feature"].map { ": \($0)Hypothesis {" }
      ), entry: { "\($0).self," }),
    Kind(
      folder: "Sources/Warehouse/Importers", list: "Sources/Warehouse/Importers/Importer.swift",
      declaration: ("struct ", [": Importer {"]), entry: { "\($0).self" }),
    Kind(
      folder: "Sources/Shell/Commands", list: "Sources/Shell/ShellCommand.swift",
      declaration: ("static let ", [" = ShellCommand("]), entry: { ".\($0)," }),
    Kind(
      folder: "Sources/benchdb/Verbs", list: "Sources/benchdb/BenchDB.swift",
      declaration: ("struct ", [": Verb", ": ParsableCommand"]), entry: { "\($0).self," }),
  ]

  @Test(arguments: kinds)
  func `every file of the folder is in the list`(kind: Kind) {
    let list = Repository.text(kind.list)
    let names = Source.program.filter { $0.path.hasPrefix(kind.folder + "/") }
      .flatMap { kind.names(in: $0) }
    let missing = names.filter { !list.contains(kind.entry($0)) }
    #expect(!names.isEmpty)
    #expect(missing.isEmpty, "\(kind.list) does not list:\(listed(missing))")
  }

  @Test(arguments: kinds)
  func `a file is named for what it declares`(kind: Kind) {
    let strangers = Source.program.filter { source in
      source.path.hasPrefix(kind.folder + "/") && kind.names(in: source).count > 1
    }
    #expect(strangers.isEmpty, "one thing a file:\(listed(strangers.map(\.path)))")
  }
}
