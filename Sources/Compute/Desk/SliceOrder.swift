/// Tasks in a row that one host is to run, one after the other.
package struct SliceOrder: Sendable, Hashable, Codable {
  /// The array's.
  package var name: String
  /// `s3://BUCKET/KEY`, or an absolute path.
  package var manifest: String
  /// How many tasks the array has.
  package var count: Int
  /// The positions of its tasks in the manifest.
  package var positions: ClosedRange<Int>
  /// What its worker finds in its environment, beside what the host has there.
  package var variables: [String: String]
  /// Whether the machine is put out when its worker has ended.
  package var powersOff: Bool

  package init(
    name: String, manifest: String, count: Int, positions: ClosedRange<Int>,
    variables: [String: String], powersOff: Bool = false
  ) {
    self.name = name
    self.manifest = manifest
    self.count = count
    self.positions = positions
    self.variables = variables
    self.powersOff = powersOff
  }

  /// What is wrong with it, as what came over a line may be; nil for nothing.
  var fault: String? {
    if !Self.isName(name) {
      return
        "\"\(name)\" is no name of an array; letters, digits and hyphens are right, 100 at most"
    }
    if positions.lowerBound < 0 { return "positions begin at 0, not at \(positions.lowerBound)" }
    let isPlace = manifest.hasPrefix("/") || manifest.hasPrefix("s3://")
    if !isPlace || manifest.contains("\0") {
      return "\"\(manifest)\" is no place of a manifest; s3://BUCKET/KEY or an absolute path is"
    }
    let odd = variables.first {
      $0.key.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil || $0.value.contains("\0")
    }
    return odd.map { "\"\($0.key)\" is no variable" }
  }

  /// Whether a folder may have that name.
  static func isName(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Za-z0-9-]{1,100}/) != nil
  }
}
