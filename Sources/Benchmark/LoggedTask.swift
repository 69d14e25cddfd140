/// The task that a log is of, as its text or its key names it.
package struct LoggedTask: Sendable, Hashable {
  /// Its place in the original's plan, where that is said.
  package var originalID: Int?
  package var model: String
  /// An OpenML dataset id.
  package var dataset: Int
  package var type: ProblemType
  package var seed: Int

  package init(
    originalID: Int? = nil, model: String, dataset: Int, type: ProblemType, seed: Int
  ) {
    self.originalID = originalID
    self.model = model
    self.dataset = dataset
    self.type = type
    self.seed = seed
  }

  /// Whether both are the same work, wherever a plan has it.
  package func isSame(as other: LoggedTask) -> Bool {
    model == other.model && dataset == other.dataset && type == other.type && seed == other.seed
  }
}

// MARK: - In a text

extension LoggedTask {
  private static let longestSearch = 1 << 16
  private static let mostLines = 500

  /// The first task that a line of `log` names: `[7,tpot,31,classification,75]`, quoted as Python does or
  /// not, as bare metal prints it, or a line `tpot 31 classification 75`, as AWS Batch does.
  ///
  /// - Complexity: O(1): only the first 64 KiB are looked at, 500 lines of them at most.
  package init?(log: [UInt8]) {
    let lines = log.prefix(Self.longestSearch).split(
      maxSplits: Self.mostLines, omittingEmptySubsequences: true,
      whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    for line in lines.prefix(Self.mostLines) {
      guard let task = LoggedTask(bracketed: line) ?? LoggedTask(words: line) else { continue }
      self = task
      return
    }
    return nil
  }

  private init?(bracketed line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "[")),
      let close = line[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let fields = line[(open + 1)..<close].split(
      separator: UInt8(ascii: ","), maxSplits: 5, omittingEmptySubsequences: false
    ).map(unquoted)
    guard fields.count == 5, let id = Int(fields[0]) else { return nil }
    self.init(id: id, fields[1], fields[2], fields[3], fields[4])
  }

  private init?(words line: ArraySlice<UInt8>) {
    let words = line.split(maxSplits: 5, whereSeparator: isBlank).map(text)
    guard words.count == 4 else { return nil }
    self.init(id: nil, words[0], words[1], words[2], words[3])
  }

  private init?(id: Int?, _ model: String, _ dataset: String, _ type: String, _ seed: String) {
    guard !model.isEmpty, let dataset = Int(dataset), let type = ProblemType(rawValue: type),
      let seed = Int(seed)
    else { return nil }
    self.init(originalID: id, model: model, dataset: dataset, type: type, seed: seed)
  }
}

// MARK: - In a key

extension LoggedTask {
  /// The task that the folders `<model>/<dataset>-<type>-<seed>` are named for.
  init?(folders path: Substring.UTF8View) {
    guard let end = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let parts = path[path.index(after: end)...].split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    guard parts.count == 3 else { return nil }
    self.init(id: nil, String(Substring(path[..<end])), parts[0], parts[1], parts[2])
  }
}

// MARK: - Bytes

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// A field without the blanks around it and the quotes around that.
private func unquoted(_ field: ArraySlice<UInt8>) -> String {
  var field = field.drop(while: isBlank)
  while let last = field.last, isBlank(last) { field.removeLast() }
  if let quote = field.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
    field.count >= 2, field.last == quote
  {
    field = field.dropFirst().dropLast()
  }
  return text(field)
}
