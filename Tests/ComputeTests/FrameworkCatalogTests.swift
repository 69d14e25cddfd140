import Compute
import Testing

@Suite struct FrameworkCatalogTests {
  static let builtIn = FrameworkCatalog(userFolder: "/no/such/folder")

  @Test func `every built-in adapter has a title, a version and the Pythons it runs on`() {
    #expect(
      Self.builtIn.adapters.map(\.name) == [
        "auto-sklearn", "auto_ml", "autogluon", "flaml", "h2o", "mljar", "scikit-learn", "tpot",
      ])
    for adapter in Self.builtIn.adapters {
      #expect(adapter.title != adapter.name)
      #expect(!adapter.version.isEmpty)
      #expect(!adapter.isPython || !adapter.pythons.isEmpty)
    }
  }

  @Test func `requirements pin each package, and the version that the head names`() {
    for adapter in Self.builtIn.adapters {
      let pins = adapter.requirements?.split(separator: "\n") ?? []
      #expect(pins.contains { $0.hasSuffix("==" + adapter.version) }, "\(adapter.name)")
      #expect(pins.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9._-]+==[0-9][\w.]*/) != nil })
    }
  }

  @Test func `every built-in adapter is Python that parses`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let names = try Self.builtIn.adapters.map { adapter in
      let text = try #require(adapter.files.first { $0.name == adapter.program }).text
      try place.write(text, to: "\(adapter.name).py")
      return "\(adapter.name).py"
    }
    let script = "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read(), name)"
    let ending = try Subprocess(
      program: "/usr/bin/python3", arguments: ["-c", script] + names, folder: place.path
    ).run()
    #expect(ending.cause == .exited(0), "\(ending.log)")
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
    #expect(catalog.adapters.map(\.name).contains("mine"))
    #expect(!catalog.adapters.map(\.name).contains("notes"))
    #expect(try catalog.adapter(offering: "constant").name == "mine")
    #expect(try catalog.adapter(named: "scikit-learn").origin == .builtIn)
    #expect(try catalog.adapter(named: "linear").name == "scikit-learn")
  }

  @Test func `a user's folder of the same name takes a built-in one's place`() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.write("# title: Ours\n", to: "frameworks/scikit-learn/adapter.py")
    let catalog = FrameworkCatalog(userFolder: "\(place.path)/frameworks")
    #expect(try catalog.adapter(named: "scikit-learn").title == "Ours")
    #expect(catalog.adapters.count == Self.builtIn.adapters.count)
  }
}
