import Tables

/// The program that stands between a framework and a job, as its folder describes it.
///
/// The folder holds one `adapter.EXT`, Python when it is called `adapter.py` and else a program of any
/// kind, and may hold `requirements.txt`, the packages that a Python one needs. The head of the
/// adapter may say
///
/// ```
/// # title: scikit-learn baselines
/// # version: 1.9.1
/// # models: constant linear            what it offers; else the folder's name
/// # types: classification regression   what it solves; else both
/// # package: scikit-learn              whose version results carry
/// # module: sklearn                    whose import proves an environment complete
/// # pythons: 3.11 3.12                 what it runs on, the first preferred; else any
/// # needs: java=default-jre-headless   programs that must be there, and the Debian package of each
/// # least-seconds: 120                 the shortest time limit that it can work with
/// ```
///
/// How it is run and what it must write stands with `Job`.
package struct Adapter: Sendable, Equatable {
  /// Where an adapter comes from.
  package enum Origin: Sendable, Hashable {
    case builtIn
    /// The user's own, in this folder.
    case folder(String)
  }

  package struct File: Sendable, Equatable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A program that an adapter needs, and the Debian package that has it.
  package struct Need: Sendable, Equatable {
    package var program: String
    package var package: String
  }

  /// The name of its folder.
  package let name: String
  package let origin: Origin
  /// The adapter itself, and its requirements.
  package let files: [File]
  /// The name of the file to run.
  package let program: String
  package let title: String
  /// The version that its requirements pin; empty where the head does not say.
  package let version: String
  /// The frameworks it offers.
  package let models: [String]
  package let types: [String]
  /// The Python package whose version results carry; nil for other programs.
  package let package: String?
  /// The Python module whose import proves an environment complete; nil for other programs.
  package let module: String?
  /// The Python versions it runs on, the first preferred; empty for any.
  package let pythons: [String]
  /// The programs that must be on the machine; without them nothing is set up.
  package let needs: [Need]
  /// The shortest time limit that it can work with, in seconds; nil where any will do.
  package let leastSeconds: Int?

  /// Reads the head of the first `adapter.EXT` among `files`; nil when there is none.
  package init?(name: String, origin: Origin, files: [File]) {
    guard let program = files.first(where: { $0.name.hasPrefix("adapter.") }) else { return nil }
    let head = ScriptHeader(of: program.text, comment: "#")
    self.name = name
    self.origin = origin
    self.files = files
    self.program = program.name
    title = head.first("title") ?? name
    version = head.first("version") ?? ""
    models = words(head.first("models")) ?? [name]
    types = words(head.first("types")) ?? ["classification", "regression"]
    package = head.first("package")
    module = head.first("module")
    pythons = words(head.first("pythons")) ?? []
    needs = (words(head.first("needs")) ?? []).map(Need.init)
    leastSeconds = head.first("least-seconds").flatMap { Int($0) }
  }

  package var isPython: Bool { program.hasSuffix(".py") }

  /// The pinned packages it needs; nil where it needs none.
  package var requirements: String? {
    files.first { $0.name == "requirements.txt" }?.text
  }
}

extension Adapter.Need {
  /// Reads `java=default-jre-headless`; a program alone is in a package of its name.
  fileprivate init(_ word: String) {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    self.init(program: parts.first ?? word, package: parts.last ?? word)
  }
}

private func words(_ text: String?) -> [String]? {
  guard let text else { return nil }
  let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
  return words.isEmpty ? nil : words
}
