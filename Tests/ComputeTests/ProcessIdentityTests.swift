import Compute
import Foundation
import TestSupport
import Testing

@Suite struct ProcessIdentityTests {
  private let own = ProcessIdentity.own.description.split(separator: "/").map(String.init)

  private func identity(host: String? = nil, boot: String? = nil, process: pid_t? = nil) throws
    -> ProcessIdentity
  {
    try #require(
      ProcessIdentity(
        [host ?? own[0], boot ?? own[1], process.map(String.init) ?? own[2], own[3]]
          .joined(separator: "/")))
  }

  @Test func `a process knows itself, and is not gone`() throws {
    #expect(ProcessIdentity(ProcessIdentity.own.description) == .own)
    #expect(!ProcessIdentity.own.isGone)
  }

  @Test func `a number that was given to another process is not that process`() throws {
    #expect(try identity(process: 1).isGone)
  }

  @Test func `no process outlives a boot`() throws {
    #expect(try identity(boot: "another").isGone)
  }

  @Test func `what runs on another machine cannot be said to be gone`() throws {
    #expect(try !identity(host: "elsewhere", process: 1).isGone)
  }

  @Test func `one that ended is gone, collected or not`() throws {
    let program = try Program("/bin/true", [], folder: Repository.root, environment: [:])
    let path = "/proc/\(program.processID)/stat"
    while !(try String(contentsOfFile: path, encoding: .utf8)).contains(") Z ") {}
    #expect(try identity(process: program.processID).isGone)
    #expect(program.end() as Int32 == 0)
    #expect(try identity(process: program.processID).isGone)
  }

  @Test(arguments: ["", "a/b/c/d", "a/b/1", "a/b/1/2/3"])
  func `no other text names a process`(text: String) {
    #expect(ProcessIdentity(text) == nil)
  }
}
