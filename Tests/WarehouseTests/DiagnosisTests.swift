import Testing

@testable import Warehouse

/// SQL that is wrong, and what a person is told: the caret's line and the words behind it.
@Suite struct DiagnosisTests {
  private let lab: Lab

  init() throws {
    lab = try Lab()
  }

  /// The line under the SQL that is at fault, without its indent.
  private func caret(_ sql: String) -> String {
    do {
      _ = try lab.store.table(sql)
      return "no error"
    } catch {
      let excerpt = (error as? StoreError)?.excerpt
      return excerpt?.split(separator: "\n").last.map { String($0.dropFirst(2)) } ?? "\(error)"
    }
  }

  @Test(arguments: [
    ("select frmework from results", "       ^ did you mean framework?"),
    ("select r.frmework from results r", "       ^ did you mean r.framework?"),
    ("select results.fold from results r", "       ^ it is called r here"),
    ("select rr.fold from results as r", "       ^ did you mean r.fold?"),
    (
      "select fold from tasks; select sead from tasks",
      "                               ^ did you mean seed?"
    ),
    (
      "with c(budget_name) as (select 1) select budgetname from c",
      "                                         ^ did you mean budget_name?"
    ),
    ("select x.datset from (select dataset from results) x", "       ^ did you mean x.dataset?"),
    (
      "select count(*) from runs where mean_rank > 2",
      "                                ^ mean_rank is a column of leaderboard"
    ),
    (
      "select 1 from results where framework = tpot",
      "                                        ^ text stands in single quotes: 'tpot'"
    ),
    ("select id from runs r join tasks t on t.id = r.task_id", "       ^ r.id or t.id?"),
    ("insert into tasks (fould) values (1)", "                   ^ did you mean fold?"),
  ])
  func `columns`(sql: String, told: String) {
    #expect(caret(sql) == told)
  }

  @Test(arguments: [
    ("select * from leaderbord", "              ^ did you mean leaderboard?"),
    ("select 1 from runs join main.taskz", "                             ^ did you mean tasks?"),
    ("select medain(f1) from results", "       ^ did you mean median()?"),
    ("select quantile(f1) from results", "       ^ it takes 2"),
    (
      "select framework from results where max(f1) > 0.5",
      "                                    ^ WHERE looks at single rows; HAVING at groups"
    ),
  ])
  func `tables and functions`(sql: String, told: String) {
    #expect(caret(sql) == told)
  }

  @Test(arguments: [
    ("selct 1", "^ did you mean SELECT?"),
    ("select * frm runs", "         ^ did you mean FROM?"),
    ("select max(f1) frm results", "               ^ did you mean FROM?"),
    ("select fold from tasks gruop by fold", "                       ^ did you mean GROUP?"),
    ("select id, from runs", "         ^ a comma too many"),
    ("select id,,fold from tasks", "          ^"),
    ("select count(* from runs", "            ^ this ( is not closed"),
    ("select max(id from (select id from runs)", "          ^ this ( is not closed"),
    ("select constraint from results", "       ^ a keyword; the column is budget"),
    ("select fold, order from tasks", "             ^ a keyword; as a name \"order\""),
    (
      "select framework from results where",
      "                                   ^ something is missing here"
    ),
    ("select count(1", "            ^ this ( is not closed"),
    ("select 'open from runs", "       ^ the quote is not closed"),
    ("select 1 # comment", "         ^"),
  ])
  func `syntax`(sql: String, told: String) {
    #expect(caret(sql) == told)
  }
}
