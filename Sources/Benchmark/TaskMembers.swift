internal import Tables

/// The members of an object of JSON that tells of a task, each of the kind that it should be.
///
/// A name that nobody asks for is passed over, so that a later version may say more.
struct TaskMembers {
  /// What a sentence on a fault begins with, if anything: `line 3`.
  private let place: String
  private let members: [JSONValue.Member]

  init(_ value: JSONValue, at place: String = "") throws(MemberFault) {
    guard case .object(let members) = value else {
      throw MemberFault(reason: place.isEmpty ? "is no object" : "\(place) is no object")
    }
    self.place = place.isEmpty ? "" : place + " "
    self.members = members
  }

  /// The value of a name; nil where it is not there, or null.
  func value(_ name: String) -> JSONValue? {
    let value = members.first { $0.name == name }?.value
    return value == .null ? nil : value
  }

  func text(_ name: String) throws(MemberFault) -> String? {
    switch value(name) {
    case nil: nil
    case .text(let text): text
    case let value?: throw wrong(name, value, "a text belongs")
    }
  }

  func integer(_ name: String) throws(MemberFault) -> Int? {
    switch value(name) {
    case nil: nil
    case .integer(let number): Int(number)
    case let value?: throw wrong(name, value, "a whole number belongs")
    }
  }

  /// A number that is not negative.
  func amount(_ name: String) throws(MemberFault) -> Double? {
    let number: Double
    switch value(name) {
    case nil: return nil
    case .integer(let value): number = Double(value)
    case .real(let value): number = value
    case let value?: throw wrong(name, value, "a number belongs")
    }
    guard number >= 0, number < 1e12 else {
      throw wrong(name, .real(number), "less than 1e12 belongs")
    }
    return number
  }

  /// A time that is told in seconds.
  func seconds(_ name: String) throws(MemberFault) -> Duration? {
    try amount(name).map { .seconds($0) }
  }

  func needed<Field>(_ name: String, _ value: Field?) throws(MemberFault) -> Field {
    if let value { return value }
    throw MemberFault(reason: "\(place)has no \(name)")
  }

  func wrong(_ name: String, _ value: JSONValue, _ right: String) -> MemberFault {
    MemberFault(reason: "\(place)has the \(name) \(value.text.prefix(80)), where \(right)")
  }
}

/// What of an object cannot be meant: what a sentence goes on with that names it, or all of one.
struct MemberFault: Error {
  var reason: String
}

// MARK: - A task

extension TaskMembers {
  /// The number that names the task's objects.
  func id() throws(MemberFault) -> Int {
    let id = try needed("id", try integer("id"))
    guard id >= 0 else { throw wrong("id", .integer(Int64(id)), "a number from 0 belongs") }
    return id
  }

  func task() throws(MemberFault) -> BenchmarkTask {
    let name = try text("framework")
    let seed = try integer("seed")
    return BenchmarkTask(
      framework: Framework(name: try needed("framework", name), version: try text("version") ?? ""),
      dataset: try dataset(), type: try type(), seed: try needed("seed", seed),
      fold: try integer("fold") ?? 0, budget: try budget())
  }

  private func dataset() throws(MemberFault) -> Dataset {
    let stem = try needed("dataset", try text("dataset"))
    let id = Int(stem).flatMap { String($0) == stem ? $0 : nil }
    return Dataset(openMLID: id, name: try text("dataset_name") ?? stem)
  }

  private func type() throws(MemberFault) -> ProblemType {
    let word = try needed("type", try text("type"))
    if let type = ProblemType(rawValue: word) { return type }
    let types = ProblemType.allCases.map(\.rawValue).joined(separator: ", ")
    throw wrong("type", .text(word), "one of \(types) belongs")
  }

  private func budget() throws(MemberFault) -> Budget {
    guard let value = value("budget") else { return .unspecified }
    let budget = try TaskMembers(value, at: place + "in its budget")
    let name = try budget.text("name")
    return Budget(
      name: try budget.needed("name", name), cores: try budget.integer("cores"),
      memoryMB: try budget.integer("memory_mb"), softLimit: try budget.seconds("soft_seconds"),
      hardLimit: try budget.seconds("hard_seconds"))
  }
}

extension BenchmarkTask {
  /// What `TaskMembers` reads again, under that number.
  func members(id: Int) -> [JSONValue.Member] {
    var limits: [JSONValue.Member] = [.init(name: "name", value: .text(budget.name))]
    func limit(_ name: String, _ value: JSONValue?) {
      if let value { limits.append(.init(name: name, value: value)) }
    }
    limit("cores", budget.cores.map { .integer(Int64($0)) })
    limit("memory_mb", budget.memoryMB.map { .integer(Int64($0)) })
    limit("soft_seconds", budget.softLimit.map(JSONValue.seconds))
    limit("hard_seconds", budget.hardLimit.map(JSONValue.seconds))
    return [
      .init(name: "id", value: .integer(Int64(id))),
      .init(name: "framework", value: .text(framework.name)),
      .init(name: "version", value: .text(framework.version)),
      .init(name: "dataset", value: .text(dataset.stem)),
      .init(name: "dataset_name", value: .text(dataset.name)),
      .init(name: "type", value: .text(type.rawValue)),
      .init(name: "seed", value: .integer(Int64(seed))),
      .init(name: "fold", value: .integer(Int64(fold))),
      .init(name: "budget", value: .object(limits)),
    ]
  }
}

extension JSONValue {
  /// Whole seconds without a fraction.
  static func seconds(_ duration: Duration) -> JSONValue {
    let (seconds, attoseconds) = duration.components
    return attoseconds == 0 ? .integer(seconds) : .real(duration / .seconds(1))
  }
}
