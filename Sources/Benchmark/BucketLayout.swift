/// Where the original keeps things in its bucket, and where workers keep theirs beside them.
///
/// ```
/// BucketLayout(folder: "bench/").key("bench/out/results7.csv")   // .result(id: 7)
/// ```
///
/// Keys are compared byte by byte, since two that Unicode calls equal are two objects. Any text at all is
/// a key: what does not fit is `other`.
package struct BucketLayout: Sendable, Hashable {
  /// What all keys but those of orphans begin with; empty, or with a slash at its end.
  package let folder: String

  /// - Parameter folder: `s3_folder`; a slash is added where one lacks.
  package init(folder: String) {
    self.folder = folder.isEmpty || folder.utf8.last == slash ? folder : folder + "/"
  }

  /// What the object of that key is.
  ///
  /// - Complexity: O(length of the key).
  package func key(_ key: String) -> BucketKey {
    let bytes = key.utf8[...]
    if let stamp = orphan(bytes) { return .orphan(stamp: stamp) }
    guard let path = bytes.dropping(prefix: folder) else { return .other }
    if let name = path.dropping(prefix: "out/") { return result(name) ?? .other }
    if let name = path.dropping(prefix: "datasets/") { return study(name) ?? .dataset }
    if let path = path.dropping(prefix: "logs/") { return log(path) ?? .other }
    let isIgnored =
      path.elementsEqual("tests.dat".utf8) || path.elementsEqual("swig.tar.gz".utf8)
      || ["ssh/", "jobs/", "frameworks/", "worker/"].contains { path.starts(with: $0.utf8) }
    return isIgnored ? .ignored : .other
  }

  /// The key of a task's result.
  package func resultKey(id: Int) -> String { "\(folder)out/results\(id).csv" }

  /// The key of what a worker knows of a task's run.
  package func recordKey(id: Int) -> String { "\(folder)out/results\(id).json" }

  /// The key of the log of a run that a worker is at.
  package func runningKey(id: Int) -> String { "\(folder)logs/running/\(id).log" }

  /// The key of the log of a run that has ended.
  ///
  /// - Parameter stamp: when it began, as `20261124054827`.
  package func logKey(of task: BenchmarkTask, passed: Bool, stamp: String) -> String {
    let name = "\(task.framework.name)/\(task.dataset.stem)-\(task.type.rawValue)-\(task.seed)"
    return "\(folder)logs/\(passed ? "pass" : "fail")/\(name)/\(stamp).log"
  }

  /// The key of the manifest that goes by that token.
  package func manifestKey(token: String) -> String { "\(folder)jobs/\(token).jsonl" }

  /// The keys of a dataset's two files.
  package func datasetKeys(of dataset: Dataset) -> [String] {
    [".csv", "_types.csv"].map { "\(folder)datasets/\(dataset.stem)\($0)" }
  }

  /// The original forgot the folder, and so the key begins with a slash, which some stores drop.
  private func orphan(_ key: Substring.UTF8View) -> String? {
    guard let stamp = key.dropping(suffix: ".log"), let first = stamp.first else { return nil }
    if first == slash {
      let stamp = stamp.dropFirst()
      return stamp.isEmpty || stamp.contains(slash) ? nil : String(Substring(stamp))
    }
    let isStamp = stamp.count == 14 && stamp.allSatisfy { $0 &- 48 < 10 }
    return isStamp ? String(Substring(stamp)) : nil
  }

  private func result(_ name: Substring.UTF8View) -> BucketKey? {
    guard let rest = name.dropping(prefix: "results") else { return nil }
    if let id = rest.dropping(suffix: ".csv") { return number(id).map { .result(id: $0) } }
    if let id = rest.dropping(suffix: ".json") { return number(id).map { .record(id: $0) } }
    return nil
  }

  private func number(_ digits: Substring.UTF8View) -> Int? {
    digits.allSatisfy { $0 &- 48 < 10 } ? Int(Substring(digits)) : nil
  }

  private func study(_ name: Substring.UTF8View) -> BucketKey? {
    guard let tag = name.dropping(prefix: "study_")?.dropping(suffix: "_info.csv"),
      !tag.isEmpty, !tag.contains(slash)
    else { return nil }
    return .study(tag: String(Substring(tag)))
  }

  private func log(_ path: Substring.UTF8View) -> BucketKey? {
    if let name = path.dropping(prefix: "running/") {
      return name.dropping(suffix: ".log").flatMap(number).map { .running(id: $0) }
    }
    let passed = path.dropping(prefix: "pass/")
    guard let rest = passed ?? path.dropping(prefix: "fail/"),
      let path = rest.dropping(suffix: ".log")
    else { return nil }
    // A model's name may hold slashes, the other two do not.
    let name = path.lastIndex(of: slash)
    let stamp = path[(name.map(path.index(after:)) ?? path.startIndex)...]
    guard !stamp.isEmpty else { return nil }
    return .log(
      passed: passed != nil, task: name.flatMap { LoggedTask(folders: path[..<$0]) },
      stamp: String(Substring(stamp)))
  }
}

extension Substring.UTF8View {
  /// What follows `prefix`, nil if something else stands there.
  func dropping(prefix: String) -> Substring.UTF8View? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }

  /// What stands before `suffix`, nil if something else does at the end.
  func dropping(suffix: String) -> Substring.UTF8View? {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
      ? dropLast(suffix.utf8.count) : nil
  }
}

private let slash = UInt8(ascii: "/")
