/// The sections of a file of the AWS configuration, as they are written.
///
///     [profile lab]
///     region = eu-west-1
///     # what is further in belongs to the name above
///     s3 =
///       addressing_style = path
///
/// gives the section `profile lab` with `region` and `s3.addressing_style`.
///
/// **Edge cases**: names are read in lower case, those further in as they stand; `:` does as `=`; `#` and
/// `;` begin a comment at the start of a line only; what comes twice is refused.
///
/// **Source**: Python's `configparser.RawConfigParser` and botocore's `configloader`, which read these
/// files for the AWS CLI.
struct ConfigFile: HoldsSecrets {
  typealias Section = [String: String]

  private(set) var sections: [String: Section] = [:]
  private let path: String

  // The place of the line that is read.
  private var section: String?
  private var name: String?
  private var indent = 0

  /// - Parameter path: For errors, as the user knows the file.
  init(_ bytes: [UInt8], path: String) throws(AWSError) {
    self.path = path
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .configuration("\(path) is not UTF-8.")
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do throws(Fault) {
        try read(Substring(line))
      } catch {
        throw .configuration("\(path), line \(index + 1) \(error.words).")
      }
    }
  }

  private struct Fault: Error {
    var words: String
  }

  private mutating func read(_ line: Substring) throws(Fault) {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") { return }
    let indent = line.prefix { $0.isWhitespace }.count
    if let section, let name, indent > self.indent {
      return try goOn(name, of: section, with: text)
    }
    self.indent = indent
    if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
      let title = text[..<end].dropFirst()
      if !title.isEmpty { return try open(String(title)) }
    }
    guard let section else { throw Fault(words: "comes before any [section]") }
    let (word, value) = try pair(text, by: ["=", ":"])
    try set(word.lowercased(), of: section, to: value)
    name = word.lowercased()
  }

  private mutating func open(_ title: String) throws(Fault) {
    guard sections[title] == nil else { throw Fault(words: "begins [\(title)] a second time") }
    sections[title] = [:]
    section = title
    name = nil
  }

  /// A line further in: a name of its own below a name without a value, else more of the value.
  private mutating func goOn(
    _ name: String, of section: String, with text: String
  ) throws(Fault) {
    if let value = sections[section]?[name], !value.isEmpty {
      sections[section]?[name] = "\(value)\n\(text)"
    } else {
      let (word, value) = try pair(text, by: ["="])
      sections[section]?["\(name).\(word)"] = value
    }
  }

  private mutating func set(
    _ name: String, of section: String, to value: String
  ) throws(Fault) {
    guard sections[section]?.updateValue(value, forKey: name) == nil else {
      throw Fault(words: "sets \(name) a second time")
    }
  }

  private func pair(
    _ text: String, by signs: Set<Character>
  ) throws(Fault) -> (name: String, value: String) {
    guard let sign = text.firstIndex(where: signs.contains), sign > text.startIndex else {
      throw Fault(words: "is not of the form name = value")
    }
    return (text[..<sign].trimmed, text[text.index(after: sign)...].trimmed)
  }
}
