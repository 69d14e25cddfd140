package import Tables

extension TaskList {
  /// The tasks as a file of that format.
  ///
  /// - Parameter name: what the file will be called, which AMLB's commands name.
  /// - Throws: `BenchmarkError.unwritableTasks` for folds in a pickle, and for AMLB when no task has an
  ///   OpenML task.
  package func file(
    as format: TaskFileFormat, named name: String = "tasks.yaml"
  ) throws(BenchmarkError) -> [UInt8] {
    switch format {
    case .jsonl: Array(text(.jsonl).utf8)
    case .csv: Array(text(.csv).utf8)
    case .pickle: try originalPickle()
    case .amlb: Array(try AMLBDefinition(self).text(named: name).utf8)
    }
  }

  /// A row a task, under the names that task files have; what no task has is left out.
  package var table: Table {
    let optional: [TaskField] = [.id, .version, .budget, .openMLTaskID, .datasetName]
    let fields = TaskField.allCases.filter { field in
      !optional.contains(field) || tasks.contains { !$0[field].isNull }
    }
    return Table(
      columns: fields.map(\.rawValue), rows: tasks.map { task in fields.map { task[$0] } })
  }

  private func text(_ format: TableFormat) -> String {
    var text = ""
    var printer = TablePrinter<Never>(format) { text += $0 }
    let table = table
    printer.header(table.columns)
    for row in table.rows { printer.row(row) }
    printer.finish()
    return text
  }

  private func originalPickle() throws(BenchmarkError) -> [UInt8] {
    let folded = tasks.count { $0.fold != 0 }
    guard folded == 0 else {
      throw .unwritableTasks(
        .pickle,
        reason:
          "\(grouped(folded)) \(folded == 1 ? "has" : "have") a fold, which only jsonl, csv and "
          + "amlb can say")
    }
    return pickle(
      tasks.enumerated().map { index, task in
        [.integer(Int64(task.id ?? index))]
          + [TaskField.framework, .dataset, .type, .seed].map { task[$0] }
      })
  }
}

extension TaskReference {
  /// Whether the dataset has a name beside its OpenML id.
  private var hasName: Bool { dataset.openMLID.map { String($0) != dataset.name } ?? false }

  /// A field as a cell; null where the task says nothing.
  fileprivate subscript(field: TaskField) -> Value {
    switch field {
    case .id: cell(id)
    case .framework: .text(framework.name)
    case .version: framework.version.isEmpty ? .null : .text(framework.version)
    case .dataset: dataset.openMLID.map { .integer(Int64($0)) } ?? .text(dataset.name)
    case .type: .text(type.rawValue)
    case .seed: .integer(Int64(seed))
    case .fold: .integer(Int64(fold))
    case .budget: budget.map { .text($0.name) } ?? .null
    case .openMLTaskID: cell(openMLTaskID)
    case .datasetName: hasName ? .text(dataset.name) : .null
    }
  }
}

private func cell(_ number: Int?) -> Value {
  number.map { .integer(Int64($0)) } ?? .null
}
