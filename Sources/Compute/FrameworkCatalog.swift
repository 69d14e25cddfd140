import Foundation
import Tables

/// The adapters there are: those inside the binary and the user's own.
///
/// A folder of the user's that has the name of a built-in one takes its place.
package struct FrameworkCatalog: Sendable {
  /// Sorted by name.
  package let adapters: [Adapter]

  package init(adapters: [Adapter]) {
    let last = Dictionary(adapters.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self.adapters = last.values.sorted { $0.name < $1.name }
  }

  /// The built-in adapters and those in `userFolder`, one folder each; it need not exist.
  package init(userFolder: String) {
    self.init(adapters: Self.builtIn() + Self.own(in: userFolder))
  }

  /// Every framework there is, by the adapter that offers it, in order.
  package var frameworks: [(name: String, adapter: Adapter)] {
    adapters.flatMap { adapter in adapter.models.map { (name: $0, adapter: adapter) } }
  }

  /// The adapter that offers a framework, a user's before a built-in one.
  package func adapter(offering framework: String) throws(ComputeError) -> Adapter {
    let offering = adapters.filter { $0.models.contains(framework) }
    if let found = offering.first(where: { $0.origin != .builtIn }) ?? offering.first {
      return found
    }
    throw unknown(framework)
  }

  /// The adapter called `name`, or the one that offers a framework of that name.
  package func adapter(named name: String) throws(ComputeError) -> Adapter {
    if let adapter = adapters.first(where: { $0.name == name }) { return adapter }
    return try adapter(offering: name)
  }

  private func unknown(_ name: String) -> ComputeError {
    .noFramework(
      name, suggestion: suggestion(for: name, among: frameworks.map(\.name) + adapters.map(\.name)))
  }
}

// MARK: - Where they are found

extension FrameworkCatalog {
  /// What any adapter in Python can import: it reads a job and writes what is predicted.
  static let jobModule = Adapter.File(
    name: "benchdb_job.py",
    text: EmbeddedFiles.all.first { $0.name == "Frameworks/benchdb_job.py" }?.text ?? "")

  private static func builtIn() -> [Adapter] {
    let files = EmbeddedFiles.all.compactMap { entry -> (folder: String, file: Adapter.File)? in
      let parts = entry.name.split(separator: "/").map(String.init)
      guard parts.count == 3, parts[0] == "Frameworks" else { return nil }
      return (folder: parts[1], file: Adapter.File(name: parts[2], text: entry.text))
    }
    return Dictionary(grouping: files, by: \.folder).compactMap { folder, files in
      Adapter(name: folder, origin: .builtIn, files: files.map(\.file))
    }
  }

  /// What a folder without an adapter holds is none of ours.
  private static func own(in folder: String) -> [Adapter] {
    names(in: folder).compactMap { name in
      let path = "\(folder)/\(name)"
      let files = names(in: path)
        .filter { $0.hasPrefix("adapter.") || $0 == "requirements.txt" }
        .map { Adapter.File(name: $0, text: text(of: "\(path)/\($0)")) }
      return Adapter(name: name, origin: .folder(path), files: files)
    }
  }

  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The text of a file; a compiled adapter has no head to read and none is found in it.
  private static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
