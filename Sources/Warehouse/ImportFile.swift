package import Benchmark

/// A results file to import, however its bytes come.
package struct ImportFile {
  /// What messages call it.
  package var name: String
  /// Where it lies, as `sources` keeps it; empty for standard input.
  package var location: String
  /// Bytes in all, where that is known.
  package var size: Int?
  /// The next bytes, none at the end.
  package var next: () throws -> [UInt8]
  /// The `study_<tag>_info.csv` files beside it.
  package var studies: () throws -> [StudyFile]

  package init(
    name: String, location: String = "", size: Int? = nil, next: @escaping () throws -> [UInt8],
    studies: @escaping () throws -> [StudyFile] = { [] }
  ) {
    self.name = name
    self.location = location
    self.size = size
    self.next = next
    self.studies = studies
  }

  /// The name without folders and its last extension.
  var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}

/// The original's list of a study's datasets.
package struct StudyFile: Sendable, Equatable {
  /// What stands between `study_` and `_info.csv`: the OpenML study id.
  package var tag: String
  package var bytes: [UInt8]

  package init(tag: String, bytes: [UInt8]) {
    self.tag = tag
    self.bytes = bytes
  }
}

/// How to import.
package struct ImportOptions: Sendable {
  /// The importer's name; nil to go by the header.
  package var importer: String?
  /// The source's name; nil for the file's name without its extension.
  package var source: String?
  /// For a name that importers know, the file's column, or a 'constant' in quotes.
  package var map: [(name: String, column: String)] = []
  /// The budget of runs whose row names none.
  package var budget: String?
  package var duplicates = DuplicatePolicy.fail
  /// Whether records that cannot be read go to `rejects` instead of stopping the import.
  package var skipsBad = false
  /// The problem type of a study, by its tag.
  package var studyTypes: [String: ProblemType] = [:]

  package init() {}

  /// The budget of runs whose row names none: as asked, or as the file's name says.
  func budget(for file: ImportFile) -> Budget {
    budget.map(Budget.init(parsing:)) ?? Budget(namedIn: file.stem) ?? .unspecified
  }
}

/// How far an import has come.
package struct ImportProgress: Sendable, Equatable {
  package var file: String
  package var rows: Int
  package var bytes: Int
  /// Bytes in all, where that is known.
  package var size: Int?
}

/// What an import of one file did.
package struct ImportSummary: Sendable, Equatable {
  package var file: String
  package var source: String
  /// The importer, and what it took the file for.
  package var importer: String
  package var recognised: String
  /// Records read, the header not counted, broken ones included.
  package var rows: Int
  package var runs: RunWriter.Counts
  package var rejects: Int
  /// Scores by metric, in the order of the table `metrics`.
  package var scores: [Score]
  package var notes: [String]

  /// How many scores of a metric there were.
  package struct Score: Sendable, Equatable {
    package var metric: String
    package var count: Int
  }
}
