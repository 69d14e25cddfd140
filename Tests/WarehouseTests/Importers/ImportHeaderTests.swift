import Tables
import Testing
import Warehouse

/// What `--map` makes of a header.
struct ImportHeaderTests {
  @Test(arguments: [false, true]) func `two columns can change names`(isTurned: Bool) throws {
    let lab = try Lab()
    let map = [("dataset", "framework"), ("framework", "dataset")]
    try lab.importing(ImportFile("x.csv", "framework,dataset,acc\niris,forest,0.9\n")) {
      $0.map = isTurned ? map.reversed() : map
    }
    #expect(try lab.rows("SELECT framework, dataset FROM results") == [["forest", "iris"]])
  }

  @Test func `a column whose name another has now is kept as a detail`() throws {
    let lab = try Lab()
    try lab.importing(ImportFile("x.csv", "framework,dataset,task,acc\nforest,4,iris,0.9\n")) {
      $0.map = [("dataset", "task")]
    }
    #expect(
      try lab.rows(
        "SELECT dataset, details FROM results JOIN runs ON id = run_id")
        == [["iris", #"{"dataset":4}"#]])
  }

  @Test func `a constant is read as a column would be`() throws {
    let lab = try Lab()
    let importing = { (map: [(String, String)]) in
      try lab.importing(ImportFile("x.csv", "framework,dataset,acc\nforest,iris,0.9\n")) {
        $0.map = map.map { (name: $0.0, column: $0.1) }
      }
    }
    _ = try importing([("type", "'binary'"), ("duration", "'2.5'"), ("seed", "'31.0'")])
    #expect(
      try lab.rows("SELECT type, duration, seed FROM results") == [["classification", 2.5, 31]])
    let error = #expect(throws: StoreError.self) { try importing([("duration", "'long'")]) }
    #expect(
      error?.description.hasPrefix(
        "x.csv, line 2 has \"long\" as duration, where a finite number belongs") == true)
  }
}
