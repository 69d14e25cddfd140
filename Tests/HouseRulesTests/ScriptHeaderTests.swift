import TestSupport
import Testing

/// What a script needs to say about itself stands in its head.
struct ScriptHeaderTests {
  static let queries = Repository.files(in: "queries", "sql")
  static let scripts = queries + Repository.files(in: "schema", "sql")
  static let adapters = Repository.files(in: "Sources/Compute/Frameworks", "py", "sh", "R")

  @Test(arguments: scripts)
  func `a script begins with its title`(path: String) {
    #expect(Repository.text(path).firstMatch(of: /^-- title: \S/) != nil)
  }

  @Test(arguments: adapters)
  func `an adapter begins with its title`(path: String) {
    #expect(Repository.text(path).firstMatch(of: /^(#!.*\n)?# title: \S/) != nil)
  }

  @Test(arguments: queries)
  func `a query declares the parameters that it binds`(path: String) {
    let text = Repository.text(path)
    let declared = text.matches(of: /\n-- param: (\w+)/).map { String($0.1) }
    // Comments and quoted text may hold colons of their own.
    let sql = text.replacing(/--[^\n]*/, with: "").replacing(/'[^']*'/, with: "''")
    let bound = sql.matches(of: /:([A-Za-z_]\w*)/).map { String($0.1) }
    #expect(Set(declared) == Set(bound))
    #expect(Set(declared).count == declared.count, "declared twice")
  }
}
