import TestSupport
import Testing

/// Package.swift is the map, and the compiler refuses an import it does not grant. What the compiler
/// cannot see: Foundation and Glibc are there without being granted.
struct ImportLawTests {
  /// The targets below the comment `// Pure` in Package.swift, up to the next blank line.
  private static let pure = Repository.text("Package.swift")
    .split(separator: "\n", omittingEmptySubsequences: false)
    .drop { !$0.contains("// Pure") }
    .prefix { !$0.isEmpty }
    .compactMap { $0.firstMatch(of: /\.target\(name: "(\w+)"/).map { String($0.1) } }

  @Test func `Package.swift says which targets are pure`() {
    #expect(Self.pure.contains("Tables") && Self.pure.contains("Figures"))
  }

  @Test func `pure targets import each other and single symbols only`() {
    let faults = Source.program.filter { Self.pure.contains($0.target) }.flatMap { source in
      source.places { line in
        guard let imported = line.firstMatch(of: /^(?:\w+ )?import (.+)$/)?.1 else { return false }
        return !imported.contains(" ") && !Self.pure.contains(String(imported))
      }
    }
    #expect(faults.isEmpty, "a pure target takes values and gives values:\(listed(faults))")
  }

  @Test func `pure targets draw no random numbers of their own`() {
    let faults = Source.program.filter { Self.pure.contains($0.target) }.flatMap { source in
      source.places { $0.contains("SystemRandomNumberGenerator") || $0.contains("shuffled()") }
    }
    #expect(faults.isEmpty, "the same seed gives the same bytes:\(listed(faults))")
  }
}
