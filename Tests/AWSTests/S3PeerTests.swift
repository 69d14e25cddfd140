import TestSupport
import Testing

/// The server that the tests of S3 speak to, as far as it can be seen without a client.
struct S3PeerTests {
  @Test func `a server keeps what it is given, whatever the key`() throws {
    let s3 = try S3Peer()
    let keys = ["/stamp.log", "a b+c%", "../up", "new\nline", "ü/日本"]
    try s3.put(keys.map { S3Peer.Object($0, "body of \($0)") })
    #expect(try s3.keys() == ["../up", "/stamp.log", "a b+c%", "new\nline", "ü/日本"])
    for key in keys {
      #expect(try s3.object(key)?.text == "body of \(key)")
    }
    try s3.delete("/stamp.log", "no such key")
    #expect(try s3.object("/stamp.log") == nil)
    #expect(try s3.keys().count == 4)
  }

  // The line is that of the seed 1 in the tool that the layout is taken from.
  @Test func `a bucket is seeded in the same way each time`() throws {
    let s3 = try S3Peer()
    let seeded = try s3.seed(results: 500, missing: 0.1, logs: 40, orphans: 3, prefix: "lab/")
    #expect(try s3.keys().count == seeded.objects)
    #expect(
      try s3.keys("/") == ["/20181020014640.log", "/20181020014741.log", "/20181020014842.log"])
    #expect(
      try s3.object("lab/out/results3.csv")?.text
        == "auto-sklearn,1000,classification,487,nan,nan,0.1738564412008781,0.8730104002025344\n")
    #expect(try s3.seed(results: 500, missing: 0.1, logs: 40, orphans: 3) == seeded)
  }

  @Test func `a command that makes no sense is refused`() throws {
    let s3 = try S3Peer()
    #expect(throws: S3Peer.Refusal.self) { try s3.put("key", "text", in: "absent") }
    #expect(throws: S3Peer.Refusal.self) { try s3.deny(.getObject, code: "NoSuchCode") }
  }

  @Test func `every fault and every wrong listing is one that the server knows`() throws {
    let s3 = try S3Peer()
    for fault in S3Peer.Fault.allCases {
      try s3.fault(fault, on: .getObject, key: "^out/", .first(1))
    }
    for quirk in [S3Peer.Quirk.raw("<x/>"), .cut, .unsorted, .deaf, .repeating] {
      try s3.listing(quirk)
    }
    try s3.listing(nil)
  }
}
