import Testing

@testable import Compute

struct RemoteHostTests {
  @Test(
    arguments: [
      ("node1", nil, "node1", nil),
      ("me@node-1.lab.org", "me", "node-1.lab.org", nil),
      ("10.0.0.7:2222", nil, "10.0.0.7", 2222),
      ("first.last@gpu_box:22", "first.last", "gpu_box", 22),
      ("[::1]:22", nil, "::1", 22),
    ] as [(String, String?, String, Int?)])
  func `a host is a name, maybe with a user and a port`(
    text: String, user: String?, name: String, port: Int?
  ) {
    #expect(RemoteHost(text) == RemoteHost(user: user, name: name, port: port))
    #expect(RemoteHost(text)?.description == text)
  }

  @Test(arguments: [
    "", "-oProxyCommand=id", "me@-oProxyCommand=id", "-l@node", "node -v", "node;id", "$(id)",
    "a@b@c", "node:", "node:0", "node:65536", "node:1:2", "::1", "nœud", "node\n", "@node",
    "[node]", String(repeating: "a", count: 301),
  ])
  func `what may be an option or a command is no host`(text: String) {
    #expect(RemoteHost(text) == nil)
  }
}
