import Foundation
import TestSupport
import Testing

/// Lists of tasks, run by the program itself: `execute-compute`, `resume-compute`, `file-compute`.
struct ComputeTests {
  /// A folder with datasets 1 to 3 and frameworks: one that predicts, one that fails, one that waits for ever.
  private func folder() async throws -> FreshFolder {
    let folder = try await FreshFolder.withWarehouse()
    for number in 1...3 {
      let rows = (0..<10).map { "\($0),\($0 % 2)\n" }.joined()
      try folder.write("x,target\n" + rows, to: "datasets/\(number).csv")
      try folder.write(
        "NAME,TYPE\nx,numerical\ntarget,target\n", to: "datasets/\(number)_types.csv")
    }
    let quarter =
      #"print(*["0,1"] + 3 * ["0.75,0.25"], sep="\n", file=open("predictions.csv", "w"))"#
    try folder.write("# version: 2\n\(quarter)\n", to: "frameworks/quarter/adapter.py")
    try folder.write("raise ValueError('no')\n", to: "frameworks/broken/adapter.py")
    try folder.write(
      "import sys\nopen('\(folder.url.path)/began', 'w').close()\nsys.stdin.close()\nwhile True: pass\n",
      to: "frameworks/endless/adapter.py")
    return folder
  }

  /// Where processors are locked for one test only.
  private func own(_ folder: FreshFolder) -> [String: String] { ["TMPDIR": folder.url.path] }

  private func list(_ framework: String, _ datasets: [Int]) -> String {
    datasets.map { "\($0),\(framework),\($0),classification,75\n" }.joined()
  }

  private let statuses = "SELECT framework, dataset, status FROM results ORDER BY run_id"

  @Test func `a list is run once, and what failed again`() async throws {
    let folder = try await folder()
    try folder.write(list("quarter", [1, 2]) + list("broken", [1]), to: "tasks.csv")
    let first = try await folder.benchdb(
      "file-compute", "tasks.csv", "-j", "1", environment: own(folder))
    #expect(first.status == 1)
    #expect(
      first.output == """
        framework\tversion\ttasks\tok\tfailed\ttimeout\tkilled
        broken\t\t1\t0\t1\t0\t0
        quarter\t2\t2\t2\t0\t0\t0

        """)
    #expect(
      first.error == """
        3 tasks to run
        broken on 1 with seed 75 failed: it exited with status 1: ValueError: no
        error: 1 of 3 tasks failed. "benchdb failures" tells of what, "benchdb resume-compute" runs them \
        again.

        """)
    let again = try await folder.benchdb("file-compute", "tasks.csv")
    #expect(again.error.hasPrefix("1 task to run; 2 have a result\n"))
    let rows = try await folder.benchdb("query", statuses)
    #expect(rows.output.split(separator: "\n").count == 1 + 4)
  }

  @Test func `resuming takes what has no result, of the class asked for`() async throws {
    let folder = try await folder()
    try folder.write(list("broken", [1, 2]), to: "tasks.csv")
    #expect(try await folder.benchdb("file-compute", "tasks.csv").status == 1)
    let timeouts = try await folder.benchdb("resume-compute", "--class", "timeout,memory")
    #expect(timeouts.status == 0 && timeouts.error == "there is nothing to run\n")
    let all = try await folder.benchdb("resume-compute", "--select", "dataset=2", "-n")
    #expect(all.status == 0)
    #expect(all.output.split(separator: "\n").count == 2)
    let wrong = try await folder.benchdb("resume-compute", "--class", "tiemout")
    #expect(wrong.status == 64)
  }

  @Test func `what failed of memory is run again with more, as another task`() async throws {
    let folder = try await folder()
    let failed = """
      framework,dataset_id,type,seed,budget,acc,status,class
      broken,1,classification,75,1c/500MB/5s/70s,,,memory
      broken,1,classification,75,1c/1000MB/5s/70s,,,memory
      broken,2,classification,75,1c/500MB/5s/70s,,,timeout

      """
    try folder.write(failed, to: "failed.csv")
    #expect(try await folder.benchdb("import", "failed.csv").status == 0)
    let listed = try await folder.benchdb("resume-compute", "--scale-memory", "2", "-n")
    let tasks = listed.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    // With 1000 MB it failed already.
    #expect(tasks.map { "\($0[2]) \($0[5])" } == ["1 1c/2000MB/5s/70s", "2 1c/500MB/5s/70s"])
    let none = try await folder.benchdb("resume-compute", "--scale-memory", "0.5")
    #expect(none.status == 64)
  }

  @Test func `a plan is studies, frameworks and seeds`() async throws {
    let folder = try await folder()
    let study = """
      INSERT INTO studies (id, openml_id, name, type) VALUES (1, 135, 'mine', 'classification');
      INSERT INTO datasets (id, openml_id, name) VALUES (1, 1, 'one'), (3, 3, 'three');
      INSERT INTO study_datasets (study_id, dataset_id, position) VALUES (1, 3, 0), (1, 1, 1);
      """
    #expect(try await folder.benchdb("repl", "--write", "-c", study).status == 0)
    let plan = [
      "execute-compute", "--frameworks", "quarter", "--studies", "mine", "--seeds", "7,8",
    ]
    let rehearsed = try await folder.shell("benchdb \(plan.joined(separator: " ")) -n")
    let tasks = rehearsed.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t")[2...4].joined(separator: " ")
    }
    #expect(
      tasks == [
        "three classification 7", "three classification 8", "one classification 7",
        "one classification 8",
      ])
    let run = try await folder.shell("benchdb \(plan.joined(separator: " ")) --max-jobs 3")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.hasSuffix("quarter\t2\t3\t3\t0\t0\t0\n"))
    let rest = try await folder.shell("benchdb \(plan.joined(separator: " "))")
    #expect(rest.error == "1 task to run; 3 have a result\n")
  }

  @Test func `a plan needs its studies and its frameworks`() async throws {
    let folder = try await folder()
    let study = try await folder.benchdb("execute-compute", "--frameworks", "quarter")
    #expect(study.status == 66)
    #expect(study.error.contains("no study 130 in the warehouse. \"benchdb download-data\""))
    let framework = try await folder.benchdb("execute-compute", "--frameworks", "quater")
    #expect(framework.status == 66)
    #expect(framework.error.contains("did you mean quarter?"))
  }

  @Test func `what cannot be run here is told, by reason`() async throws {
    let folder = try await folder()
    try folder.write(
      list("quarter", [1, 9]) + "7,nowhere,1,classification,75\n", to: "tasks.csv")
    let ended = try await folder.benchdb("file-compute", "tasks.csv")
    #expect(ended.status == 0)
    #expect(
      ended.error == """
        warning: 1 task left out: datasets/ has no 9.csv and 9_types.csv
        warning: 1 task left out: no framework "nowhere"; "benchdb frameworks" lists them
        1 task to run

        """)
    try folder.write(list("nowhere", [1]), to: "tasks.csv")
    #expect(try await folder.benchdb("file-compute", "tasks.csv").status == 66)
  }

  @Test func `a selection that fits nothing is no success`() async throws {
    let folder = try await folder()
    try folder.write(list("quarter", [1]), to: "tasks.csv")
    let ended = try await folder.benchdb(
      "file-compute", "tasks.csv", "--select", "framework=quater")
    #expect(ended.status == 66)
    #expect(ended.error == "error: none of 1 task is what --select asks for.\n")
  }

  @Test func `a program without leave to run is left out, and said`() async throws {
    let folder = try await folder()
    try folder.write("#!/bin/sh\n", to: "frameworks/plain/adapter.sh")
    try folder.write(list("plain", [1]), to: "tasks.csv")
    let ended = try await folder.benchdb("file-compute", "tasks.csv")
    #expect(ended.status == 66)
    #expect(
      ended.error.contains("adapter.sh does not start: it is no executable file; \"chmod +x\""))
  }

  @Test func `two at once share a list and run nothing twice`() async throws {
    let folder = try await folder()
    try folder.write(list("quarter", [1, 2, 3]) + list("broken", [1, 2, 3]), to: "tasks.csv")
    async let one = folder.benchdb("file-compute", "tasks.csv", "-j", "2")
    async let other = folder.benchdb("file-compute", "tasks.csv", "-j", "2")
    let ended = try await [one.status, other.status]
    #expect(ended.contains(1) && ended.allSatisfy { $0 <= 1 })
    let rows = try await folder.benchdb(
      "query", "SELECT framework, dataset FROM results WHERE framework = 'quarter'")
    #expect(rows.output.split(separator: "\n").count == 1 + 3)
  }

  @Test func `one that was killed leaves its tasks to the next`() async throws {
    let folder = try await folder()
    try folder.write(list("endless", [1]), to: "tasks.csv")
    let killed = try await folder.shell(
      """
      mkdir jobs; export TMPDIR=$PWD/jobs
      benchdb file-compute tasks.csv & process=$!
      until [ -e began ]; do :; done
      kill -KILL $process; wait $process; status=$?
      # Its guard ends what it had started, and removes the folder that lived in.
      while [ -e jobs/benchdb-job-* ]; do :; done
      ! grep -zqs "BENCHDB_JOB=$process-" /proc/[0-9]*/environ && exit $status
      """)
    #expect(killed.status == 137)
    try folder.write(
      "# version: 0\nraise ValueError('at last')\n", to: "frameworks/endless/adapter.py")
    _ = try await folder.benchdb("resume-compute")
    let rows = try await folder.benchdb(
      "query", "SELECT status, class, message FROM runs ORDER BY id")
    #expect(
      rows.output.hasPrefix(
        "status\tclass\tmessage\nkilled\tinterrupted\tbenchdb was ended while it ran\n"))
  }

  @Test func `Ctrl-C records what it ended, and the rest stays to be run`() async throws {
    let folder = try await folder()
    try folder.write(list("endless", [1, 2]), to: "tasks.csv")
    let terminal = try PseudoTerminal("$BENCHDB file-compute tasks.csv -j 1", in: folder.url)
    while folder.text("began") == nil {}
    terminal.type("\u{3}")
    terminal.expect("stopped after 1 of 2 tasks. Run it again, and it goes on.")
    #expect(terminal.end() == 130)
    let jobs = try await folder.benchdb("query", "jobs")
    #expect(jobs.output.split(separator: "\n").dropFirst().allSatisfy { $0.contains("\tqueued\t") })
    #expect(jobs.output.split(separator: "\n").count == 1 + 1)
    let left = try await folder.benchdb("file-compute", "tasks.csv", "-n")
    #expect(left.output.split(separator: "\n").count == 1 + 2)
  }
}
