import Testing

struct SizeTests {
  @Test func `no file is over 400 lines`() {
    let faults = (Source.program + Source.tests).filter { $0.lines.count > 401 }
      .map { "\($0.path) has \($0.lines.count - 1)" }
    #expect(faults.isEmpty, "\(listed(faults))")
  }

  @Test func `no function is over 60 lines, none in a test over 40`() {
    let faults = Source.swift.flatMap { source in
      let limit = source.path.hasPrefix("Tests/") ? 40 : 60
      return source.functions.filter { $0.length > limit }
        .map { "\(source.path):\($0.line): \($0.length) lines" }
    }
    #expect(faults.isEmpty, "\(listed(faults))")
  }

  @Test func `a function is measured from its name to its brace`() {
    let source = Source(path: "Tests/Example.swift", text: example)
    #expect(source.functions.map(\.line) == [5, 9, 14])
    #expect(source.functions.map(\.length) == [3, 4, 1])
  }

  private let example = """
    protocol Example {
      func none() -> Int
    }
    struct Real: Example {
      func none() -> Int {
        0
      }

      package init(
        of text: String
      ) throws {
      }

      static func short() { print() }
    }
    """
}
