import ArgumentParser
import Benchmark

/// A study to download, as `--study 135:classification` names it.
struct WantedStudy: Sendable, Equatable, ExpressibleByArgument {
  /// A number, an alias or a tag.
  var name: String
  var type: ProblemType

  init(name: String, type: ProblemType) {
    self.name = name
    self.type = type
  }

  /// Nil for what names no type, or one that a table with a target does not have.
  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex,
      let type = ProblemType(rawValue: String(argument[argument.index(after: colon)...])),
      type != .timeseries
    else { return nil }
    self.init(name: String(argument[..<colon]), type: type)
  }

  /// What its file is called by: `study_135_info.csv`.
  var tag: String { safePath(of: name.replacing("/", with: "_")) }
}

extension Configuration {
  /// The studies to download, unless it is said otherwise.
  var wantedStudies: [WantedStudy] {
    studies.compactMap { study in
      ProblemType(rawValue: study.type).map { WantedStudy(name: String(study.id), type: $0) }
    }
  }
}
