import Compute
import Testing

@Suite struct FrameworkCatalogTests {
  static let builtIn = FrameworkCatalog(userFolder: "/no/such/folder")

  @Test func `every built-in adapter has a title, a version and the Pythons it runs on`() {
    #expect(Self.builtIn.adapters.map(\.name) == ["scikit-learn"])
    for adapter in Self.builtIn.adapters {
      #expect(adapter.title != adapter.name)
      #expect(!adapter.version.isEmpty)
      #expect(!adapter.isPython || !adapter.pythons.isEmpty)
    }
  }

  @Test func `requirements pin the version that the head names`() {
    for adapter in Self.builtIn.adapters {
      let pins = adapter.requirements?.split(separator: "\n") ?? []
      #expect(pins.contains { $0.hasSuffix("==" + adapter.version) })
      #expect(pins.allSatisfy { $0.contains("==") })
    }
  }

  @Test func `no two frameworks share a name`() {
    let names = Self.builtIn.frameworks.map(\.name)
    #expect(names.count == Set(names).count)
    #expect(names.contains("constant"))
  }

  @Test func `a mistyped framework gets a suggestion`() {
    #expect(throws: ComputeError.noFramework("constnat", suggestion: "constant")) {
      try Self.builtIn.adapter(offering: "constnat")
    }
    #expect(throws: ComputeError.noFramework("zzz", suggestion: nil)) {
      try Self.builtIn.adapter(named: "zzz")
    }
  }

  @Test func `a user's framework is found, and comes before a built-in one`() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.write("# models: constant\n", to: "frameworks/mine/adapter.py")
    try place.write("no adapter", to: "frameworks/notes/README.md")
    let catalog = FrameworkCatalog(userFolder: "\(place.path)/frameworks")
    #expect(catalog.adapters.map(\.name) == ["mine", "scikit-learn"])
    #expect(try catalog.adapter(offering: "constant").name == "mine")
    #expect(try catalog.adapter(named: "scikit-learn").origin == .builtIn)
    #expect(try catalog.adapter(named: "linear").name == "scikit-learn")
  }

  @Test func `a user's folder of the same name takes a built-in one's place`() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.write("# title: Ours\n", to: "frameworks/scikit-learn/adapter.py")
    let catalog = FrameworkCatalog(userFolder: "\(place.path)/frameworks")
    #expect(catalog.adapters.map(\.title) == ["Ours"])
  }
}
