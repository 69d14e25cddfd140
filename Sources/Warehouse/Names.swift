package import Benchmark

/// The ids of frameworks, datasets and budgets; what is new gets its row.
package struct Names {
  private let selectFramework: RawStatement
  private let insertFramework: RawStatement
  private let selectDataset: RawStatement
  private let selectNamedDataset: RawStatement
  private let insertDataset: RawStatement
  private let nameDataset: RawStatement
  private let selectBudget: RawStatement
  private let insertBudget: RawStatement

  private var frameworks = NameIndex()
  private var datasets = NameIndex()
  private var numberedDatasets: [Int: Int64] = [:]
  private var lastDataset: (number: Int, id: Int64)?
  private var namedDatasets: Set<Int> = []
  private var budgets = NameIndex()
  private var key: [UInt8] = []

  init(_ connection: OpaquePointer) throws {
    func statement(_ sql: String) throws -> RawStatement { try RawStatement(connection, sql) }
    selectFramework = try statement("SELECT id FROM frameworks WHERE name = ? AND version = ?")
    insertFramework = try statement("INSERT INTO frameworks (name, version) VALUES (?, ?)")
    selectDataset = try statement("SELECT id FROM datasets WHERE openml_id = ?")
    selectNamedDataset = try statement(
      "SELECT id FROM datasets WHERE name = ? AND openml_id IS NULL")
    insertDataset = try statement("INSERT INTO datasets (name, openml_id) VALUES (?, ?)")
    nameDataset = try statement(
      "UPDATE datasets SET name = ? WHERE openml_id = ? AND name = openml_id")
    selectBudget = try statement("SELECT id FROM budgets WHERE name = ?")
    insertBudget = try statement(
      "INSERT INTO budgets (name, cores, memory_mb, soft_seconds, hard_seconds) VALUES (?, ?, ?, ?, ?)"
    )
  }

  // MARK: By bytes, as importers have them

  /// The framework of that name and version.
  package mutating func framework(
    _ name: UnsafeBufferPointer<UInt8>, version: UnsafeBufferPointer<UInt8>
  ) throws -> Int64 {
    // No name holds a zero byte: it cannot be confused with the end of one.
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: name)
    key.append(0)
    key.append(contentsOf: version)
    if let known = key.withUnsafeBufferPointer({ frameworks.number(of: $0) }) { return known }
    let id = try framework(
      Framework(
        name: String(decoding: name, as: UTF8.self),
        version: String(decoding: version, as: UTF8.self)))
    key.withUnsafeBufferPointer { frameworks.insert($0, number: id) }
    return id
  }

  /// The dataset that only its name is known of.
  package mutating func dataset(_ name: UnsafeBufferPointer<UInt8>) throws -> Int64 {
    if let known = datasets.number(of: name) { return known }
    let id = try dataset(Dataset(name: String(decoding: name, as: UTF8.self)))
    datasets.insert(name, number: id)
    return id
  }

  /// The dataset of an OpenML id.
  package mutating func dataset(openMLID: Int) throws -> Int64 {
    if let lastDataset, lastDataset.number == openMLID { return lastDataset.id }
    let known = numberedDatasets[openMLID]
    let id = try known ?? dataset(Dataset(openMLID: openMLID, name: String(openMLID)))
    numberedDatasets[openMLID] = id
    lastDataset = (openMLID, id)
    return id
  }

  /// The dataset of an OpenML id, called `name` from now on if nothing has named it yet.
  package mutating func dataset(
    openMLID: Int, name: UnsafeBufferPointer<UInt8>
  ) throws -> Int64 {
    let id = try dataset(openMLID: openMLID)
    guard namedDatasets.insert(openMLID).inserted else { return id }
    nameDataset.bind(name, at: 1)
    nameDataset.bind(openMLID, at: 2)
    try nameDataset.run()
    return id
  }

  /// The dataset that only its name is known of, nil if it is not there; makes none.
  mutating func knownDataset(_ name: UnsafeBufferPointer<UInt8>) throws -> Int64? {
    if let known = datasets.number(of: name) { return known }
    selectNamedDataset.bind(name, at: 1)
    return try selectNamedDataset.integer()
  }

  /// The dataset of an OpenML id, nil if it is not there; makes none.
  mutating func knownDataset(openMLID: Int) throws -> Int64? {
    selectDataset.bind(openMLID, at: 1)
    return try selectDataset.integer()
  }

  /// The budget of that name, its limits read from the name where it has them.
  package mutating func budget(_ name: UnsafeBufferPointer<UInt8>) throws -> Int64 {
    if let known = budgets.number(of: name) { return known }
    let id = try budget(Budget(parsing: String(decoding: name, as: UTF8.self)))
    budgets.insert(name, number: id)
    return id
  }

  // MARK: By value

  package func framework(_ framework: Framework) throws -> Int64 {
    selectFramework.bind(framework.name, at: 1)
    selectFramework.bind(framework.version, at: 2)
    if let known = try selectFramework.integer() { return known }
    insertFramework.bind(framework.name, at: 1)
    insertFramework.bind(framework.version, at: 2)
    try insertFramework.run()
    return try self.framework(framework)
  }

  package func dataset(_ dataset: Dataset) throws -> Int64 {
    let known: Int64?
    if let id = dataset.openMLID {
      selectDataset.bind(id, at: 1)
      known = try selectDataset.integer()
    } else {
      selectNamedDataset.bind(dataset.name, at: 1)
      known = try selectNamedDataset.integer()
    }
    if let known { return known }
    insertDataset.bind(dataset.name, at: 1)
    insertDataset.bind(dataset.openMLID, at: 2)
    try insertDataset.run()
    return try self.dataset(dataset)
  }

  package func budget(_ budget: Budget) throws -> Int64 {
    selectBudget.bind(budget.name, at: 1)
    if let known = try selectBudget.integer() { return known }
    insertBudget.bind(budget.name, at: 1)
    insertBudget.bind(budget.cores, at: 2)
    insertBudget.bind(budget.memoryMB, at: 3)
    insertBudget.bind(budget.softLimit.map { $0 / .seconds(1) }, at: 4)
    insertBudget.bind(budget.hardLimit.map { $0 / .seconds(1) }, at: 5)
    try insertBudget.run()
    return try self.budget(budget)
  }
}
