import Reports
import Tables
import Testing

@Suite struct ReportTests {
  private let report = Report(
    title: "lab, budget 1h",
    sections: [
      Section(
        "Scores", sentences: ["Two frameworks on one dataset."],
        table: Table(columns: ["framework", "f1"], rows: [["tpot", 0.8], ["h2o", 0.75]])),
      Section("Do they differ?", sentences: ["No test: 1 dataset, 2 are needed."]),
    ])

  @Test func `in Markdown it is a document`() {
    #expect(
      report.text(.markdown) == """
        # lab, budget 1h

        ## Scores

        Two frameworks on one dataset.

        | framework |   f1 |
        | --------- | ---: |
        | tpot      |  0.8 |
        | h2o       | 0.75 |

        ## Do they differ?

        No test: 1 dataset, 2 are needed.

        """)
  }

  @Test func `a table without rows is not printed`() {
    let report = Report(
      title: "t", sections: [Section("s", table: Table(columns: ["framework"]))])
    #expect(report.text(.csv) == "# t\n\n## s\n")
  }

  @Test func `a report without sections is its title`() {
    #expect(Report(title: "nothing yet").text(.box) == "# nothing yet\n")
  }
}
