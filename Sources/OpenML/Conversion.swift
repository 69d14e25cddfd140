import Benchmark
import Tables

/// The making of a dataset's CSV text from the rows of its ARFF text.
struct Conversion {
  /// How a cell is written.
  private enum Rule {
    /// As it is spelled.
    case number
    /// By its code: the bytes of each.
    case codes([[UInt8]])
    /// By the place at which its text first came.
    case text
    case date

    init(_ kind: ARFFAttribute.Kind) {
      self =
        switch kind {
        case .number: .number
        case .nominal(let values): .codes(values.indices.map { Array(String($0).utf8) })
        case .text: .text
        case .date: .date
        }
    }
  }

  private struct Column {
    var source: Int
    var name: String
    var rule: Rule
    /// The codes of the texts that came.
    var texts: [String: Int] = [:]

    var kind: DatasetColumn.Kind {
      switch rule {
      case .codes, .text: .categorical
      case .number, .date: .numerical
      }
    }
  }

  private let description: DatasetDescription
  private var columns: [Column] = []
  private var notes: [String] = []
  private var text: [UInt8] = []
  private var rows = 0
  private var hasHeader = false
  private var targets = DistinctTargets()

  init(of description: DatasetDescription) {
    self.description = description
  }

  /// Learns the columns when the header is there; false where more bytes are needed.
  mutating func takeHeader(_ reader: inout ARFFReader) throws -> Bool {
    if hasHeader { return true }
    guard try reader.readHeader() else { return false }
    hasHeader = true
    try arrange(reader.attributes)
    let names = columns.map { csvField($0.name) }
    text += (names.joined(separator: ",") + "\n").utf8
    return true
  }

  /// Writes a row.
  mutating func take(_ row: ARFFRow) throws {
    rows += 1
    for place in columns.indices {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      try write(row, place)
    }
    text.append(UInt8(ascii: "\n"))
    if let last = columns.last, !row.isMissing(last.source) {
      targets.insert(row, last.source, last.texts)
    }
  }

  /// The text since the last time.
  mutating func takeText() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }

  /// What was made.
  func table() throws(OpenMLError) -> DatasetTable {
    guard rows > 0 else { throw .empty(description.id, reason: "its file has no row") }
    guard targets.count > 0 else { throw .empty(description.id, reason: "no row has a target") }
    return DatasetTable(
      columns: columns.dropLast().map { DatasetColumn(name: $0.name, kind: $0.kind) }
        + [DatasetColumn(name: "target", kind: .target)],
      rows: rows, classes: targets.count, notes: notes)
  }

  // MARK: Columns

  private mutating func arrange(_ attributes: [ARFFAttribute]) throws(OpenMLError) {
    let target = try target(among: attributes)
    let ignored = Set(description.ignored)
    let features = attributes.indices.filter {
      $0 != target && !ignored.contains(attributes[$0].name)
    }
    guard !features.isEmpty else {
      throw .unusable(description.id, reason: "it has no column but the target")
    }
    var names: Set<String> = ["target"]
    for index in features {
      let name = unique(attributes[index].name, among: &names)
      columns.append(Column(source: index, name: name, rule: Rule(attributes[index].kind)))
    }
    columns.append(Column(source: target, name: "target", rule: Rule(attributes[target].kind)))
    let texts = columns.count { if case .text = $0.rule { true } else { false } }
    if texts > 0 { notes.append("\(counted(texts, "column")) of text became categories") }
  }

  private func target(among attributes: [ARFFAttribute]) throws(OpenMLError) -> Int {
    let names = description.targets
    guard names.count == 1 else {
      let reason =
        names.isEmpty
        ? "OpenML names no target" : "it has several targets: \(names.joined(separator: ", "))"
      throw .unusable(description.id, reason: reason)
    }
    guard let index = attributes.firstIndex(where: { $0.name == names[0] }) else {
      throw .unusable(description.id, reason: "its file has no column \"\(names[0])\", the target")
    }
    return index
  }

  /// A name that no other column has: `target` becomes `target_1`.
  private mutating func unique(_ name: String, among names: inout Set<String>) -> String {
    var free = name
    var count = 0
    while !names.insert(free).inserted {
      count += 1
      free = "\(name)_\(count)"
    }
    if free != name { notes.append("column \"\(name)\" is called \"\(free)\"") }
    return free
  }

  // MARK: Cells

  private mutating func write(_ row: ARFFRow, _ place: Int) throws {
    let source = columns[place].source
    guard !row.isMissing(source) else { return }
    switch columns[place].rule {
    case .number:
      guard row.number(source).isFinite else {
        throw OpenMLError.unusable(
          description.id,
          reason: "line \(row.line) has \(row.text(source) ?? "") as \"\(columns[place].name)\", "
            + "where a finite number belongs")
      }
      row.withBytes(of: source) { text.append(contentsOf: $0) }
    case .codes(let codes): text.append(contentsOf: codes[Int(row.number(source))])
    case .text:
      let word = row.text(source) ?? ""
      let code = columns[place].texts[word] ?? columns[place].texts.count
      columns[place].texts[word] = code
      text += String(code).utf8
    case .date:
      let seconds = row.number(source)
      text += (Int(exactly: seconds).map { String($0) } ?? String(seconds)).utf8
    }
  }
}

/// The distinct values of a target, by their numbers: codes, or what is predicted.
private struct DistinctTargets {
  private var numbers: Set<Double> = []

  var count: Int { numbers.count }

  /// - Parameter texts: the codes of the texts that came; none for other kinds of target.
  mutating func insert(_ row: ARFFRow, _ source: Int, _ texts: [String: Int]) {
    let number = texts.isEmpty ? row.number(source) : Double(texts[row.text(source) ?? ""] ?? 0)
    numbers.insert(number)
  }
}
