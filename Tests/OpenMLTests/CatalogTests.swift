import Foundation
import HTTP
import OpenML
import TestSupport
import Testing

/// Against recorded answers of OpenML's, and faults.
struct CatalogTests {
  @Test func `descriptions and counts are read as they were recorded`() throws {
    let shop = try Shop.recorded()
    let listed = try shop.catalog.list(
      [2, 61, 62, 561, 40589, 40966], inFlight: 4, progress: { _ in })
    let iris = try #require(listed[61]).get()
    #expect(iris.description.name == "iris")
    #expect(iris.description.version == 1)
    #expect(iris.description.targets == ["class"])
    #expect(iris.description.ignored.isEmpty)
    #expect(iris.description.md5 == "ad484452702105cbf3d30f8deaba39a9")
    #expect(iris.qualities.rows == 150)
    #expect(iris.qualities.columns == 5)
    #expect(iris.qualities.classes == 3)
    #expect(try listed[62]?.get().description.ignored == ["animal"])
    #expect(try listed[561]?.get().qualities.classes == nil)
    let mice = try #require(listed[40966]).get().description
    #expect(mice.ignored == ["Genotype", "Treatment", "Behavior", "MouseID"])
    #expect(try listed[40589]?.get().description.targets.count == 6)
  }

  @Test func `columns are read as they were recorded`() throws {
    let shop = try Shop.recorded()
    let features = try shop.catalog.features(of: 561)
    #expect(
      features.map(\.name) == ["vendor", "MYCT", "MMIN", "MMAX", "CACH", "CHMIN", "CHMAX", "class"])
    #expect(features.first?.type == "nominal")
    #expect(features.filter(\.isTarget).map(\.index) == [7])
  }

  @Test func `a file is fetched once, and kept`() throws {
    let shop = try Shop()
    for id in [61, 1, 3, 292, 561, 1119, 1590, 40675, 40945, 42585] {
      let file = try #require(try shop.fetch(id)[id]).get().file
      #expect(FileManager.default.fileExists(atPath: file))
    }
    _ = try shop.peer.requests()
    _ = try shop.fetch(61, 561)
    #expect(try shop.peer.requests().map(\.path).allSatisfy { $0.hasPrefix("/api/") })
  }

  @Test func `without a checksum only a new fetch can tell`() throws {
    let shop = try Shop()
    try shop.put(7, arff: "@relation own\n")
    func isAsked(anew: Bool) throws -> Bool {
      _ = try #require(try shop.fetch(7, anew: anew)[7]).get()
      return try shop.peer.requests().map(\.path).contains("/own/7.arff")
    }
    #expect(try isAsked(anew: false))
    #expect(try !isAsked(anew: false))
    #expect(try isAsked(anew: true))
  }

  @Test func `a kept file that is not as described is fetched again`() throws {
    let shop = try Shop()
    let file = try #require(try shop.fetch(61)[61]).get().file
    try Data("@relation iris".utf8).write(to: URL(filePath: file))
    _ = try #require(try shop.fetch(61)[61]).get()
    #expect(try Data(contentsOf: URL(filePath: file)).count == 7487)
  }

  @Test(arguments: ["cut", "reset", "flip", "500", "503", "429", "408"])
  func `an attempt that goes wrong is made again`(kind: String) throws {
    let shop = try Shop()
    try shop.peer.fail("/download/", by: kind, first: 2)
    try shop.peer.fail("/json/", by: kind, first: 1)
    let file = try #require(try shop.fetch(61)[61]).get().file
    #expect(try Data(contentsOf: URL(filePath: file)).count == 7487)
  }

  @Test func `what has come of a file is not asked for again`() throws {
    let shop = try Shop(attempts: 1)
    try shop.peer.fail("/download/", by: "cut", first: 1)
    #expect(throws: OpenMLError.self) { try shop.fetch(61)[61]?.get() }
    _ = try shop.peer.requests()
    _ = try #require(try shop.fetch(61)[61]).get()
    #expect(try shop.peer.requests().last?.range == "bytes=3743-")
  }

  @Test func `a server that knows no ranges sends all of it again`() throws {
    let shop = try Shop()
    try shop.peer.fail("/download/", by: "cut", first: 1)
    try shop.peer.fail("/download/", by: "deaf", first: 1)
    let file = try #require(try shop.fetch(61)[61]).get().file
    #expect(try Data(contentsOf: URL(filePath: file)).count == 7487)
    #expect(try shop.peer.requests().map(\.range).filter { !$0.isEmpty } == ["bytes=3743-"])
  }

  @Test func `a part that does not fit what is there now is thrown away`() throws {
    let shop = try Shop()
    let part = try #require(try shop.fetch(61)[61]).get().file + ".part"
    for stale in [String(repeating: "x", count: 100), String(repeating: "x", count: 9000)] {
      try Data(stale.utf8).write(to: URL(filePath: part))
      let file = try #require(try shop.fetch(61, anew: true)[61]).get().file
      #expect(try Data(contentsOf: URL(filePath: file)).count == 7487)
    }
  }

  @Test func `one dataset that does not come leaves the others be`() throws {
    let shop = try Shop(attempts: 2)
    try shop.peer.fail("/download/3/", by: "flip")
    try shop.peer.fail("/data/561", by: "html")
    let fetched = try shop.fetch(3, 61, 561, 9)
    #expect(try fetched[61]?.get().description.name == "iris")
    #expect(throws: OpenMLError.malformed("data/561", reason: "is HTML or XML, where JSON belongs"))
    {
      try fetched[561]?.get()
    }
    #expect(throws: OpenMLError.none("data/9", message: "Unknown dataset")) {
      try fetched[9]?.get()
    }
    #expect {
      try fetched[3]?.get()
    } throws: { error in
      if case .checksum? = error as? OpenMLError { true } else { false }
    }
  }

  @Test func `the key goes along, and into no message`() throws {
    let shop = try Shop(key: "se&cret", attempts: 1)
    try shop.peer.put(
      "data/7", "{\"error\":{\"code\":\"112\",\"message\":\"No access granted\"}}", status: 412)
    let denied = OpenMLError.denied("data/7", message: "No access granted")
    #expect(throws: denied) { try shop.fetch(7) }
    #expect(try shop.peer.requests().map(\.key) == ["se&cret"])
    #expect(
      denied.description
        == "OpenML does not give out data/7: No access granted. Is openml_api_key right?")
  }

  @Test func `a host that is not there is said at once for all`() throws {
    let catalog = Catalog(
      try Origin(api: "http://127.0.0.1:9/api/v1/json"), over: Transport(),
      keepingFilesIn: "/nowhere", retry: Retry(attempts: 1)
    ) { _ in "" }
    #expect(throws: OpenMLError.self) { try catalog.fetch([1, 2], inFlight: 2) { _ in } }
    #expect(throws: HTTPError.badURL("openml")) { try Origin(api: "openml") }
  }
}
