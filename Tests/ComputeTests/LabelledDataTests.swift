import Benchmark
import Compute
import Tables
import Testing

@Suite struct LabelledDataTests {
  @Test func `columns get their kinds, rows without a target are told apart`() throws {
    let data = try data(
      "x,c,target\n1,a,0\n2,,\n,b,1\n", "x,numerical\nc,categorical\ntarget,target\n")
    #expect(data.kinds == [.numerical, .categorical, .target])
    #expect(data.targetIndex == 2)
    #expect(data.labelledRows == [0, 2])
  }

  @Test(arguments: [
    ("x\n1\n", "x,numerical\n", "no column is called target"),
    (
      "x,target\n1,0\n", "target,target\n",
      "column \"x\" has type \"\", categorical or numerical is right"
    ),
    (
      "x,target\n1,0\n", "x,numeric\ntarget,target\n",
      "column \"x\" has type \"numeric\", categorical or numerical is right"
    ),
    (
      "x,target\n1,0\n", "x,numerical\ntarget,categorical\n",
      "column \"target\" has type \"categorical\", target is right"
    ),
    (
      "x,x,target\n1,1,0\n", "x,numerical\ntarget,target\n", "column \"x\" stands twice"
    ),
    (
      "x,target\n1,0\n?,1\n", "x,numerical\ntarget,target\n",
      "row 2 of numerical column \"x\" has \"?\", a finite number or nothing is right"
    ),
  ])
  func `what is wrong is said`(table: String, types: String, reason: String) {
    #expect(throws: ComputeError.data(reason)) { try data(table, types) }
  }

  @Test func `its shape counts categories and targets that occur`() throws {
    let data = try data(
      "x,c,target\n1,a,0\n,b,1\n3,a,\n4,,0\n", "x,numerical\nc,categorical\ntarget,target\n")
    let dataset = Dataset(openMLID: 7, name: "seven")
    #expect(
      data.shape(of: dataset)
        == DatasetShape(dataset, rows: 4, features: 3, classes: 2, oneHot: 3))
  }

  @Test func `a types file has its header`() throws {
    let table = try Table(csv: Array("target\n1\n".utf8))
    let types = try Table(csv: Array("a,b\n".utf8))
    #expect(throws: ComputeError.data("the types file has the header a,b, NAME,TYPE is right")) {
      try LabelledData(table: table, types: types)
    }
  }

  private func data(_ table: String, _ types: String) throws -> LabelledData {
    try LabelledData(
      table: Table(csv: Array(table.utf8)), types: Table(csv: Array("NAME,TYPE\n\(types)".utf8)))
  }
}
