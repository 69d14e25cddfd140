import Testing

@testable import Shell

@Suite struct ParamTests {
  @Test func `values are bound with the type they were given in`() throws {
    let session = try Conversation()
    let text = session.type(
      ".mode csv", ".param n 5000", ".param rate=2.5", ".param name = 'tpot'", ".param @id '5'",
      ".param none null", ".param raw x'0f'", ".param words two words", ".param",
      "select typeof(:n), typeof(@rate), typeof($name), typeof(:id), typeof(:none), typeof(:raw);",
      "select count(*) as few from scores_of where seed < :n and framework = :name;")
    #expect(
      text.contains(
        """
        :id     '5'
        :n      5000
        :name   'tpot'
        :none   NULL
        :rate   2.5
        :raw    X'0f'
        :words  'two words'

        """))
    #expect(text.contains("\ninteger,real,text,text,null,blob\n"))
    #expect(text.hasSuffix("few\n2\n"))
  }

  @Test func `a query gives values, one or a row of them`() throws {
    let session = try Conversation()
    let text = session.type(
      ".mode csv", ".param most = select max(seed) from scores_of",
      "select min(seed) as least, 'x' as kind from scores_of;", ".param last", ".param")
    #expect(text.hasSuffix(":kind   'x'\n:least  1000\n:most   12000\n"))
    #expect(
      session.type("select 1 as a union select 2;", ".param last").hasSuffix(
        "error: one row is needed to take values from, this gives more\n"))
    #expect(
      session.type(".param x select 1 where 0").hasSuffix("to take values from, this gives none\n"))
  }

  @Test func `what has no value is named, with the way to give it one`() throws {
    let session = try Conversation()
    #expect(
      session.type("select :metric;").hasSuffix(
        "error: no value for the parameter :metric. .param metric VALUE gives one.\n"))
    #expect(
      session.type(".param metric f1", ".param metrc").hasSuffix(
        "error: no parameter metrc has a value; did you mean metric?\n"))
    #expect(session.type(".param 5x!").hasSuffix("error: usage: .param [NAME [VALUE]]\n"))
    #expect(
      session.type(".param clear metric", ".param clear metric").hasSuffix(
        ".param clear metric\nerror: no parameter metric has a value\n"))
    #expect(session.type(".param a 1", ".param clear", ".param").hasSuffix(".param\n"))
  }
}
