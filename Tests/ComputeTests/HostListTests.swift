import Testing

@testable import Compute

struct HostListTests {
  @Test func `a list has a host a line, and comments`() throws {
    let text = "# our nodes\r\nnode1\n\n  me@node2:2222  # the loud one\n"
    let hosts = try HostList.parse(text, of: "hosts")
    #expect(hosts.map(\.description) == ["node1", "me@node2:2222"])
  }

  @Test(arguments: [
    (
      "node1\n-oProxyCommand=id\n",
      "hosts:2: \"-oProxyCommand=id\" is no host, [user@]name[:port] is"
    ),
    ("node1\nnode2\nnode1\n", "hosts:3: node1 is listed twice"),
    ("# none\n", "hosts lists no host"),
  ])
  func `what is wrong is said with its line`(text: String, sentence: String) {
    #expect(throws: ComputeError.hosts(sentence)) { try HostList.parse(text, of: "hosts") }
  }

  @Test func `a list that is not there is no list`() {
    #expect(throws: ComputeError.file("/nowhere/hosts", reason: "it cannot be read")) {
      try HostList.read("/nowhere/hosts")
    }
  }
}
