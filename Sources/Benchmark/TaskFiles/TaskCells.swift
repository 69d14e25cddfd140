internal import Tables

/// What a task file says of one task, each field as the file's format has it.
///
/// **Edge cases**: a number may come as its digits, as it does in CSV and in the original's pickles; an
/// empty text and a null say nothing.
struct TaskCells {
  let place: TaskPlace
  private let cells: [TaskField: Value]

  /// - Throws: `BenchmarkError.malformedTask` for a name that is none or comes twice.
  init(
    _ named: [(name: String, value: Value)], at place: TaskPlace
  ) throws(BenchmarkError) {
    var cells: [TaskField: Value] = [:]
    for (name, value) in named {
      guard let field = TaskField(named: name) else {
        throw .malformedTask(place, reason: Self.unknown(name))
      }
      guard cells.updateValue(value, forKey: field) == nil else {
        throw .malformedTask(place, reason: "names \(field.rawValue) twice")
      }
    }
    self.place = place
    self.cells = cells
  }

  /// The cells of a task in the original's order; the id may be left out.
  init(original values: [Value], at place: TaskPlace) throws(BenchmarkError) {
    let fields = TaskField.original.suffix(values.count)
    guard fields.count == values.count, values.count >= TaskField.original.count - 1 else {
      throw Self.wrongCount(values.count, at: place)
    }
    self.place = place
    cells = Dictionary(uniqueKeysWithValues: zip(fields, values))
  }

  /// A task without names has not as many values as it should.
  static func wrongCount(_ count: Int, at place: TaskPlace) -> BenchmarkError {
    .malformedTask(
      place,
      reason:
        "has \(count) \(count == 1 ? "value" : "values"), where id, framework, dataset, type and "
        + "seed belong")
  }

  private static func unknown(_ name: String) -> String {
    let known = TaskField.allCases.map(\.rawValue)
    let meant = suggestion(for: name, among: known).map { "did you mean \($0)?" }
    return "has the key \"\(name)\"; \(meant ?? "known are \(known.joined(separator: ", "))")"
  }

  /// The task that they tell of.
  func task() throws(BenchmarkError) -> TaskReference {
    TaskReference(
      id: try integer(.id),
      framework: Framework(
        name: try needed(.framework, try text(.framework)), version: try text(.version) ?? ""),
      dataset: try needed(.dataset, try dataset()), type: try needed(.type, try type()),
      seed: try needed(.seed, try integer(.seed)), fold: try integer(.fold) ?? 0,
      budget: try text(.budget).map(Budget.init(parsing:)), openMLTaskID: try integer(.openMLTaskID)
    )
  }
}

// MARK: - Fields

extension TaskCells {
  private func needed<Field>(
    _ field: TaskField, _ value: Field?
  ) throws(BenchmarkError) -> Field {
    if let value { return value }
    throw .malformedTask(
      place, reason: "has no \(field.rawValue), and a task needs framework, dataset, type and seed")
  }

  private func text(_ field: TaskField) throws(BenchmarkError) -> String? {
    switch cells[field] {
    case nil, .null, .text(""): nil
    case .text(let text): text
    case let value?: throw wrong(field, value, "a text belongs")
    }
  }

  /// A whole number, or its digits.
  private func integer(_ field: TaskField) throws(BenchmarkError) -> Int? {
    switch cells[field] {
    case nil, .null, .text(""): return nil
    case let value?:
      if case .integer(let number) = value, let number = Int(exactly: number) { return number }
      if case .text(let text) = value, let number = Int(text) { return number }
      throw wrong(field, value, "a whole number belongs")
    }
  }

  private func dataset() throws(BenchmarkError) -> Dataset? {
    switch cells[.dataset] {
    case nil, .null, .text(""): return nil
    case .integer, .text:
      if let id = try? integer(.dataset) {
        return Dataset(openMLID: id, name: try text(.datasetName) ?? String(id))
      }
      return try text(.dataset).map { Dataset(name: $0) }
    case let value?: throw wrong(.dataset, value, "an OpenML id or a name belongs")
    }
  }

  private func type() throws(BenchmarkError) -> ProblemType? {
    guard let word = try text(.type) else { return nil }
    if let type = ProblemType(rawValue: word) { return type }
    let types = ProblemType.allCases.map(\.rawValue).joined(separator: ", ")
    throw wrong(.type, .text(word), "one of \(types) belongs")
  }

  private func wrong(_ field: TaskField, _ value: Value, _ right: String) -> BenchmarkError {
    let shown = value.description ?? ""
    return .malformedTask(
      place, reason: "has the \(field.rawValue) \"\(shown.prefix(80))\", where \(right)")
  }
}
