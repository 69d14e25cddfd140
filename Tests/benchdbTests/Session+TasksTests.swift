import Foundation
import TestSupport
import Testing

@testable import benchdb

struct SessionTasksTests {
  @Test(
    arguments: [
      (
        "(lcos\nsystem\n.", 65,
        ", at byte 2, the pickle wants to call os.system; only plain lists, tuples, numbers and texts "
          + "are read."
      ),
      ("framework,sed\n", 65, ", line 1 has the key \"sed\"; did you mean seed?"),
      (nil, 66, " cannot be read."),
      ("7,tpot,31,classification,75\n", 0, ""),
    ] as [(String?, Int32, String)])
  func `an error names the task file`(text: String?, status: Int32, ending: String) throws {
    let folder = try FreshFolder()
    if let text { try folder.write(text, to: "tests.dat") }
    let path = folder.url.appending(path: "tests.dat").path
    do {
      _ = try Session.process.tasks(in: path)
      #expect(status == 0)
    } catch let failure as Failure {
      #expect(failure.status.rawValue == status)
      #expect(failure.text == "error: " + path + ending)
    }
  }
}
