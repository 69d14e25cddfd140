import Testing

@testable import Shell

@Suite struct SaveTests {
  @Test func `a query is kept with its title and typed parameters`() throws {
    let session = try Conversation()
    _ = session.type(
      ".param metric f1", ".param n 3",
      "-- the best\nselect * from scores_of where framework <> :metric and ':no' <> @metric limit $n ;",
      ".save best The 'best' ones", ".save -f best", ".save --file best2")
    let sql = """
      -- param: metric: text = f1
      -- param: n: integer = 3
      select * from scores_of where framework <> :metric and ':no' <> @metric limit $n

      """
    #expect(
      session.asked == [
        ["queries", "save", "--", "best", "-- title: The best ones\n" + sql, "auto"],
        ["queries", "save", "--force", "--", "best", "-- title: best\n" + sql, "auto"],
        ["queries", "save", "--file", "--", "best2", "-- title: best2\n" + sql, "auto"],
      ])
  }

  @Test func `what cannot be kept is refused`() throws {
    let session = try Conversation()
    #expect(session.type(".save x").hasSuffix("error: no query has been run yet\n"))
    let text = session.type(
      ".param raw x'0f'", "select :raw as raw;", ".save raw", ".save", ".save -f")
    #expect(
      text.contains(
        "error: the parameter raw is X'0f', which no default of a stored query can be: one line of text "
          + "or a number is right\n"))
    #expect(text.hasSuffix("error: usage: .save [-f] [--file] NAME [TITLE]\n"))
  }
}
