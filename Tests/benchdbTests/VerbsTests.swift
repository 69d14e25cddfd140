import TestSupport
import Testing

@testable import benchdb

struct VerbsTests {
  @Test func `no two verbs have one name`() {
    #expect(Set(Verbs.names).count == Verbs.names.count)
  }

  @Test func `an unknown verb is a usage error with a suggestion`() async throws {
    let ended = try await FreshFolder().benchdb("qury", "leaderboard")
    #expect(ended.status == 64)
    #expect(ended.error == "error: no command \"qury\"; did you mean query?\n")
  }

  @Test func `an unknown flag is a usage error`() async throws {
    let ended = try await FreshFolder().benchdb("init", "--smaple")
    #expect(ended.status == 64)
    #expect(ended.error.hasPrefix("error: "))
    #expect(ended.error.contains("--sample"))
  }

  @Test func `the version goes to standard output`() async throws {
    #expect(try await FreshFolder().benchdb("--version").output == BenchDB.version + "\n")
  }

  @Test(arguments: Verbs.names.filter { $0 != "help" })
  func `a verb's help begins with what it does, in one sentence`(verb: String) async throws {
    let help = try await FreshFolder().benchdb(verb, "--help")
    #expect(help.status == 0)
    let overview = help.output.prefix { $0 != "." }
    #expect(overview.hasPrefix("OVERVIEW: ") && overview.count < 120)
    #expect(overview.dropFirst("OVERVIEW: ".count).first?.isUppercase == true)
  }
}
