import Benchmark
import Compute
import Testing

@Suite struct DatasetFolderTests {
  @Test(arguments: [
    ("31", Dataset(openMLID: 31, name: "31")), ("fair", Dataset(name: "fair")),
    ("007", Dataset(name: "007")), ("kr-vs-kp_2.1", Dataset(name: "kr-vs-kp_2.1")),
  ])
  func `digits are an OpenML id, all else a name`(name: String, dataset: Dataset) throws {
    #expect(try DatasetFolder.dataset(named: name) == dataset)
  }

  @Test(arguments: ["", ".", "..", ".hidden", "../31", "a/b", "a b", "é", "-\u{0}"])
  func `no path comes of a name`(name: String) {
    #expect(throws: ComputeError.unsafeName(name)) { try DatasetFolder.dataset(named: name) }
  }

  @Test func `a dataset needs both its files`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let folder = DatasetFolder(path: "\(place.path)/datasets")
    #expect(try folder.data(of: Dataset(name: "pairs")).labelledRows.count == 10)
    try place.write("target\n1\n", to: "datasets/alone.csv")
    #expect(throws: ComputeError.noDataset("alone", folder: folder.path, suggestion: nil)) {
      try folder.data(of: Dataset(name: "alone"))
    }
    #expect(folder.stems == ["pairs"])
  }

  @Test func `a record of the wrong length is a fault of the data`() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.write("x,c,target\n1,a\n", to: "datasets/pairs.csv")
    #expect(throws: ComputeError.data("line 2 has 2 fields, the header has 3")) {
      try DatasetFolder(path: "\(place.path)/datasets").data(of: Dataset(name: "pairs"))
    }
  }
}
