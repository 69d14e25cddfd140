import Foundation
import Tables

/// The original's eighteen keys, each with its value and where that comes from.
///
/// Later layers lie over earlier ones: what benchdb carries, `batch.config.default`, `batch.config`,
/// `BENCHDB_*`.
struct Configuration: Sendable {
  enum Key: String, CaseIterable, Sendable {
    case studies, cores, memory, runtime
    case hardLimit = "hard_limit"
    case bucketRoot = "s3_bucket_root"
    case folder = "s3_folder"
    case openMLKey = "openml_api_key"
    case repositoryKey = "repo_ssh_key"
    case machineKey = "ec2_ssh_key"
    case jobQueue = "job_queue_id"
    case jobDefinition = "job_definition_id"
    case jobName = "job_name"
    case imageRepository = "ecr_repo"
    case clusterImage = "cluster_image"
    case machineTemplate = "ec2_template"
    case clusterSize = "cluster_size"
    case clusterType = "cluster_type"
  }

  /// What a number of cores, megabytes, seconds or machines may be.
  static let counts = 1...1_000_000_000

  struct Study: Sendable, Equatable {
    var id: Int
    var type: String
  }

  enum Content: Sendable, Equatable {
    case count(Int)
    case text(String)
    case studies([Study])
  }

  struct Setting: Sendable {
    let key: Key
    var content: Content
    /// A file, a variable, or `default`.
    var origin: String
  }

  /// A setting for every key, in the order of the keys.
  private(set) var settings: [Setting] = []
  /// What a user should know about the files that were read, one sentence each.
  private(set) var warnings: [String] = []

  /// Lays `text`, the JSON of a file called `name`, over what is there.
  ///
  /// - Throws: `Failure` with `configuration` for what is not JSON or of another type than its key.
  mutating func lay(_ text: String, named name: String) throws {
    let (contents, warnings) = try Self.read(text, named: name)
    for (key, content) in contents { set(key, content, from: name) }
    self.warnings += warnings
  }

  /// Lays the `BENCHDB_` variables over what is there.
  mutating func lay(_ environment: Environment) throws {
    for key in Key.allCases {
      let name = "BENCHDB_" + key.rawValue.uppercased()
      guard let text = environment[name] else { continue }
      let value: Any = key.kind == .text ? text : (Self.json("[\(text)]") as? [Any])?.first ?? text
      set(key, try key.content(of: value, in: name), from: name)
    }
  }

  private mutating func set(_ key: Key, _ content: Content, from origin: String) {
    let setting = Setting(key: key, content: content, origin: origin)
    if let index = settings.firstIndex(where: { $0.key == key }) {
      settings[index] = setting
    } else {
      settings.append(setting)
    }
  }

  // MARK: Values

  func count(_ key: Key) -> Int {
    if case .count(let value)? = self[key] { value } else { 0 }
  }

  func text(_ key: Key) -> String {
    if case .text(let value)? = self[key] { value } else { "" }
  }

  var studies: [Study] {
    if case .studies(let value)? = self[.studies] { value } else { [] }
  }

  private subscript(key: Key) -> Content? {
    settings.first { $0.key == key }?.content
  }

  // MARK: Reading

  /// The contents of a configuration file, and a warning for each key that is not known.
  static func read(_ text: String, named name: String) throws -> ([(Key, Content)], [String]) {
    guard let object = json(text) as? [String: Any] else {
      throw Failure(.configuration, "\(name) is not a JSON object.")
    }
    var contents: [(Key, Content)] = []
    var warnings: [String] = []
    for (word, value) in object.sorted(by: { $0.key < $1.key }) {
      if let key = Key(rawValue: word) {
        contents.append((key, try key.content(of: value, in: name)))
      } else {
        let meant = suggestion(for: word, among: Key.allCases.map(\.rawValue))
        warnings.append(
          "\(name) has an unknown key \(word)" + (meant.map { "; did you mean \($0)?" } ?? "."))
      }
    }
    return (contents, warnings)
  }

  private static func json(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8))
  }
}

extension Configuration.Setting {
  /// The value for a person's eyes: a secret that is set shows as stars.
  var shown: Value {
    switch content {
    case .count(let value): .integer(Int64(value))
    case .text(let value): .text(key.isSecret && !value.isEmpty ? "********" : value)
    case .studies(let studies):
      .text(studies.map { "\($0.id):\($0.type)" }.joined(separator: " "))
    }
  }
}

extension Configuration.Key {
  enum Kind {
    case count, text, studies
  }

  var kind: Kind {
    switch self {
    case .studies: .studies
    case .cores, .memory, .runtime, .hardLimit, .clusterSize: .count
    default: .text
    }
  }

  var isSecret: Bool {
    self == .openMLKey || self == .repositoryKey || self == .machineKey
  }

  /// Reads a JSON value as this key's type.
  fileprivate func content(of value: Any, in name: String) throws -> Configuration.Content {
    switch kind {
    case .count:
      if let count = Self.whole(value), Configuration.counts.contains(count) {
        return .count(count)
      }
    case .text:
      if let text = value as? String { return .text(text) }
    case .studies:
      if let studies = Self.studies(value) { return .studies(studies) }
    }
    let said = isSecret ? "another type" : Self.flag(value).map { "\($0)" } ?? "\(value)"
    throw Failure(.configuration, "\(name) sets \(rawValue) to \(said); \(right)")
  }

  private static func whole(_ value: Any) -> Int? {
    flag(value) == nil ? (value as? NSNumber).flatMap { Int(exactly: $0) } : nil
  }

  /// JSON's true or false. Foundation has them as numbers, and casts 1 to a Bool too: only what the
  /// number is made of tells them apart.
  private static func flag(_ value: Any) -> Bool? {
    guard let number = value as? NSNumber, String(cString: number.objCType) == "c" else {
      return nil
    }
    return number.boolValue
  }

  private static func studies(_ value: Any) -> [Configuration.Study]? {
    guard let pairs = value as? [[Any]] else { return nil }
    let studies = pairs.compactMap { pair -> Configuration.Study? in
      guard pair.count == 2, let id = whole(pair[0]), let type = pair[1] as? String,
        type == "classification" || type == "regression"
      else { return nil }
      return Configuration.Study(id: id, type: type)
    }
    return studies.count == pairs.count ? studies : nil
  }

  private var right: String {
    switch kind {
    case .count: "a whole number from 1 to \(Configuration.counts.upperBound) is right."
    case .text: "a text in quotes is right."
    case .studies: "pairs such as [[135, \"classification\"]] are right."
    }
  }
}
