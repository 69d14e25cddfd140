package import Tables

extension TaskList {
  /// Reads a task file: JSON Lines, CSV, or a pickle, told apart by how it begins.
  ///
  /// **Shape**: in JSON an object or an array a task, on lines of their own or within one array; in CSV
  /// a line a task, under a header or without; in a pickle a list of lists. Without names the
  /// values are the original's: id, framework, dataset, type and seed, of which the id may be left out.
  /// Names are `id framework version dataset type seed fold budget openml_task_id dataset_name`, and the
  /// original's `model` and `dataset_id`.
  ///
  /// **Edge cases**: an empty file is a list of no tasks.
  package init(file bytes: [UInt8]) throws(BenchmarkError) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch first {
    // A pickle of protocol 2 and later, of 1 and of 0.
    case 0x80, UInt8(ascii: "]"), UInt8(ascii: "("): self.init(try pickled(bytes))
    case UInt8(ascii: "{"), UInt8(ascii: "["): self.init(try json(bytes))
    default: self.init(try csv(bytes))
    }
  }

  /// Reads a table whose columns have the names of a task file's, such as a query gives.
  package init(_ table: Table) throws(BenchmarkError) {
    var tasks: [TaskReference] = []
    for (index, row) in table.rows.enumerated() {
      let named = zip(table.columns, row).map { (name: $0, value: $1) }
      tasks.append(try TaskCells(named, at: .entry(index + 1)).task())
    }
    self.init(tasks)
  }
}

// MARK: - JSON

private func json(_ bytes: [UInt8]) throws(BenchmarkError) -> [TaskReference] {
  var reader = JSONReader(bytes)
  var tasks: [TaskReference] = []
  while let value = try next(&reader) {
    if case .array(let parts) = value, parts.contains(where: { $0.hasParts }) {
      for (index, part) in parts.enumerated() {
        tasks.append(try cells(part, at: .entry(index + 1)).task())
      }
    } else if value != .array([]) {
      tasks.append(try cells(value, at: .line(reader.line)).task())
    }
  }
  return tasks
}

private func next(_ reader: inout JSONReader) throws(BenchmarkError) -> JSONValue? {
  do throws(TablesError) { return try reader.next() } catch { throw .unreadableTasks(error) }
}

private func cells(_ value: JSONValue, at place: TaskPlace) throws(BenchmarkError) -> TaskCells {
  switch value {
  case .object(let members):
    var named: [(name: String, value: Value)] = []
    for member in members { named.append((member.name, try cell(member.value, at: place))) }
    return try TaskCells(named, at: place)
  case .array(let values):
    var cells: [Value] = []
    for value in values { cells.append(try cell(value, at: place)) }
    return try TaskCells(original: cells, at: place)
  default:
    throw .malformedTask(place, reason: "is neither an object nor an array, one of which a task is")
  }
}

private func cell(_ value: JSONValue, at place: TaskPlace) throws(BenchmarkError) -> Value {
  switch value {
  case .null: .null
  case .integer(let number): .integer(number)
  case .real(let number): .real(number)
  case .text(let text): .text(text)
  case .bool, .array, .object: throw .malformedTask(place, reason: misplaced)
  }
}

extension JSONValue {
  fileprivate var hasParts: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}

// MARK: - CSV

private func csv(_ bytes: [UInt8]) throws(BenchmarkError) -> [TaskReference] {
  var reader = CSVReader()
  reader.feed(bytes)
  reader.finish()
  guard try advance(&reader) else { return [] }
  let first = reader.record.fields
  guard first.contains(where: { TaskField(named: $0) != nil }) else {
    return try withoutHeader(&reader)
  }
  // A header that cannot be meant is told of before the lines below it.
  _ = try TaskCells(first.map { ($0, .null) }, at: .line(reader.record.line))
  var tasks: [TaskReference] = []
  while try advance(&reader) {
    let named = zip(first, reader.record.fields).map { (name: $0, value: Value.text($1)) }
    tasks.append(try TaskCells(named, at: .line(reader.record.line)).task())
  }
  return tasks
}

private func withoutHeader(_ reader: inout CSVReader) throws(BenchmarkError) -> [TaskReference] {
  var tasks: [TaskReference] = []
  repeat {
    tasks.append(
      try TaskCells(
        original: reader.record.fields.map(Value.text), at: .line(reader.record.line)
      ).task())
  } while try advance(&reader, hasHeader: false)
  return tasks
}

private func advance(
  _ reader: inout CSVReader, hasHeader: Bool = true
) throws(BenchmarkError) -> Bool {
  do throws(TablesError) { return try reader.advance() } catch {
    if !hasHeader, case .malformedRecord(let line, .fieldCount(let count, _)) = error {
      throw TaskCells.wrongCount(count, at: .line(line))
    }
    throw .unreadableTasks(error)
  }
}

// MARK: - Pickle

private func pickled(_ bytes: [UInt8]) throws(BenchmarkError) -> [TaskReference] {
  let root: PickleValue
  do throws(TablesError) { root = try PickleValue(pickle: bytes) } catch {
    throw .unreadableTasks(error)
  }
  guard let entries = root.parts else {
    throw .notTasks("the pickle holds no list, where a list of tasks belongs")
  }
  var tasks: [TaskReference] = []
  for (index, entry) in entries.enumerated() {
    let place = TaskPlace.entry(index + 1)
    guard let parts = entry.parts else {
      throw .malformedTask(place, reason: "is no list, where a list of values belongs")
    }
    var cells: [Value] = []
    for part in parts { cells.append(try cell(part, at: place)) }
    tasks.append(try TaskCells(original: cells, at: place).task())
  }
  return tasks
}

private func cell(_ value: PickleValue, at place: TaskPlace) throws(BenchmarkError) -> Value {
  switch value {
  case .none: .null
  case .integer(let number): .integer(number)
  case .real(let number): .real(number)
  case .text(let text): .text(text)
  case .bool, .bytes, .list, .tuple, .set, .dictionary:
    throw .malformedTask(place, reason: misplaced)
  }
}

extension PickleValue {
  fileprivate var parts: [PickleValue]? {
    switch self {
    case .list(let parts), .tuple(let parts): parts
    default: nil
    }
  }
}

private let misplaced = "has a value that is neither a number nor a text"
