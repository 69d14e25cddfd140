import Benchmark
import OpenML
import Tables
import TestSupport
import Testing

struct DatasetTableTests {
  @Test func `iris becomes four numbers and a code`() throws {
    let (text, table) = try Shop.recorded().table(61)
    #expect(
      text.hasPrefix("sepallength,sepalwidth,petallength,petalwidth,target\n5.1,3.5,1.4,0.2,0\n"))
    #expect(text.hasSuffix("5.9,3.0,5.1,1.8,2\n"))
    #expect((table.rows, table.classes) == (150, 3))
    #expect(
      table.types == """
        NAME,TYPE
        sepallength,numerical
        sepalwidth,numerical
        petallength,numerical
        petalwidth,numerical
        target,target

        """)
  }

  @Test(arguments: [
    // Rows, columns that are not ignored, and targets, as liac-arff reads the files.
    (1, 11, 39, 1), (3, 3196, 37, 2), (62, 101, 17, 7), (292, 85, 15, 2), (561, 209, 8, 104),
    (1119, 10, 15, 2), (1590, 10, 15, 2), (40675, 163, 10, 2), (40966, 7, 78, 1),
    (42585, 344, 7, 3),
  ])
  func `recorded datasets are read whole`(id: Int, rows: Int, columns: Int, classes: Int) throws {
    let (text, table) = try Shop.recorded().table(id)
    #expect(table.rows == rows)
    #expect(table.columns.count == columns)
    #expect(table.classes == classes)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == rows + 1)
  }

  @Test func `texts become categories, in the order they come`() throws {
    let (text, table) = try Shop.recorded().table(40945)
    #expect(table.notes == ["5 columns of text became categories"])
    #expect(
      text.hasPrefix(
        "pclass,name,sex,age,sibsp,parch,ticket,fare,cabin,embarked,boat,body,home.dest,target\n"))
    #expect(text.contains("\n1,1,1,0.9167,1,2,1,151.55,1,2,1,,1,1\n"))
    #expect(table.columns[1].kind == .categorical)
  }

  @Test func `sparse rows become dense`() throws {
    let (text, table) = try Shop.recorded().table(292)
    #expect(text.split(separator: "\n").allSatisfy { $0.count { $0 == "," } == 14 })
    #expect(table.columns.last == DatasetColumn(name: "target", kind: .target))
  }

  @Test func `missing cells are nothing, dates are seconds, names are told apart`() throws {
    let shop = try Shop()
    try shop.put(
      1,
      arff: """
        @relation own
        @attribute 'a, b' numeric
        @attribute target {x,y}
        @attribute day date yyyy-MM-dd
        @attribute id numeric
        @attribute class numeric
        @data
        1e3,y,1970-01-02,1,0.5
        ?,?,?,2,?
        -0,x,1970-01-01,3,0.50
        """, more: ",\"row_id_attribute\":\"id\"")
    let (text, table) = try shop.table(1)
    #expect(text == "\"a, b\",target_1,day,target\n1e3,1,86400,0.5\n,,,\n-0,0,0,0.50\n")
    #expect(table.rows == 3)
    #expect(table.classes == 1)
    #expect(table.notes == ["column \"target\" is called \"target_1\""])
    #expect(
      table.types
        == "NAME,TYPE\n\"a, b\",numerical\ntarget_1,categorical\nday,numerical\ntarget,target\n")
  }

  @Test(arguments: [
    ("@data\n", OpenMLError.empty(1, reason: "its file has no row")),
    ("@data\n1,?\n2,?\n", .empty(1, reason: "no row has a target")),
    (
      "@data\n1,a\ninf,a\n",
      .unusable(
        1, reason: "line 5 has inf as \"n\", where a finite number belongs")
    ),
    ("@data\n1\n", .unreadable(1, .malformedARFF(line: 4, .valueCount(1, expected: 2)))),
    (
      "@attribute b relational\n",
      .unreadable(1, .malformedARFF(line: 3, .relational(attribute: "b")))
    ),
    ("", .unreadable(1, .malformedARFF(line: 2, .noData))),
  ])
  func `what is no use says why`(rows: String, fault: OpenMLError) throws {
    let shop = try Shop()
    try shop.put(1, arff: "@attribute n numeric\n@attribute class {a}\n" + rows)
    #expect(throws: fault) { try shop.table(1) }
  }

  @Test func `a dataset has one target`() throws {
    let shop = try Shop()
    #expect {
      try shop.table(40589)
    } throws: { error in
      "\(error)".hasPrefix(
        "dataset 40589 cannot be used: it has several targets: amazed.suprised, ")
    }
    let arff = "@attribute n numeric\n@attribute class {a}\n@data\n1,a\n"
    try shop.put(2, arff: arff, target: "[]")
    try shop.peer.put(
      "data/features/2",
      #"{"data_features":{"feature":[{"index":0,"name":"n","data_type":"numeric"}]}}"#)
    #expect(throws: OpenMLError.unusable(2, reason: "OpenML names no target")) { try shop.table(2) }
    try shop.put(3, arff: arff, target: "\"klass\"")
    #expect(
      throws: OpenMLError.unusable(3, reason: "its file has no column \"klass\", the target")
    ) { try shop.table(3) }
    try shop.put(4, arff: arff, more: ",\"ignore_attribute\":[\"n\"]")
    #expect(throws: OpenMLError.unusable(4, reason: "it has no column but the target")) {
      try shop.table(4)
    }
  }

  @Test func `a target that the description lacks is the one among the columns`() throws {
    let shop = try Shop()
    try shop.put(5, arff: "@attribute c {a,b}\n@attribute n numeric\n@data\nb,1\n", target: "[]")
    try shop.peer.put(
      "data/features/5",
      """
      {"data_features":{"feature":[{"index":"0","name":"c","data_type":"nominal","is_target":"true"},\
      {"index":"1","name":"n","data_type":"numeric","is_target":"false"}]}}
      """)
    #expect(try shop.table(5).text == "n,target\n1,1\n")
  }
}
