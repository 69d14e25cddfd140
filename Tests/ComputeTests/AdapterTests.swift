import Compute
import Testing

@Suite struct AdapterTests {
  @Test func `the head says what it offers`() throws {
    let adapter = try #require(
      Adapter(
        name: "scikit-learn", origin: .builtIn,
        files: [
          Adapter.File(
            name: "adapter.py",
            text: """
              #!/usr/bin/env python3
              # title: scikit-learn baselines
              # version: 1.9.1
              # models: constant linear
              # types: classification, regression
              # package: scikit-learn
              # module: sklearn
              # pythons: 3.11 3.12
              # needs: java=default-jre-headless swig
              # least-seconds: 120
              import sklearn
              """),
          Adapter.File(name: "requirements.txt", text: "scikit-learn==1.9.1\n"),
        ]))
    #expect(adapter.title == "scikit-learn baselines")
    #expect(adapter.version == "1.9.1")
    #expect(adapter.models == ["constant", "linear"])
    #expect(adapter.types == ["classification", "regression"])
    #expect(adapter.package == "scikit-learn" && adapter.module == "sklearn")
    #expect(adapter.pythons == ["3.11", "3.12"])
    #expect(adapter.needs.map(\.program) == ["java", "swig"])
    #expect(adapter.needs.map(\.package) == ["default-jre-headless", "swig"])
    #expect(adapter.leastSeconds == 120)
    #expect(adapter.program == "adapter.py" && adapter.isPython)
    #expect(adapter.requirements == "scikit-learn==1.9.1\n")
  }

  @Test func `a head that says nothing offers the folder's name`() throws {
    let adapter = try #require(
      Adapter(
        name: "mine", origin: .folder("/f/mine"),
        files: [Adapter.File(name: "adapter.sh", text: "exit 1\n")]))
    #expect(adapter.models == ["mine"] && adapter.title == "mine" && adapter.version == "")
    #expect(!adapter.isPython && adapter.requirements == nil)
    #expect(adapter.needs.isEmpty && adapter.leastSeconds == nil)
  }

  @Test func `a folder without an adapter is none`() {
    let files = [Adapter.File(name: "README.md", text: "# title: x")]
    #expect(Adapter(name: "mine", origin: .builtIn, files: files) == nil)
  }
}
