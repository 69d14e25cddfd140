import TestSupport
import Testing

struct DoctorTests {
  private func findings(
    _ s3: S3Peer, _ words: String..., environment: [String: String] = [:]
  ) async throws -> (status: Int32, table: String, error: String) {
    let folder = try await FreshFolder.withWarehouse()
    let all = s3.environment.merging(environment) { $1 }
    let line = "benchdb doctor \(words.joined(separator: " ")) --format csv"
    let ended = try await folder.shell(line, environment: all)
    return (ended.status, ended.output, ended.error)
  }

  @Test func `all is well, and nothing is left behind`() async throws {
    let s3 = try S3Peer()
    try s3.put("b/out/results0.csv", "x")
    let found = try await findings(s3, "s3://lab/b/")
    #expect(found.status == 0, "\(found.table)\(found.error)")
    for check in [
      "configuration,ok", "warehouse,ok", "settings,ok", "credentials,ok,", "identity,ok,",
      "s3:ListBucket,ok", "region,ok,us-east-1", "clock,ok", "s3:GetObject,ok",
      "s3:PutObject,ok", "s3:DeleteObject,ok", "private keys,ok",
    ] {
      #expect(found.table.contains(check), "\(check) in \(found.table)")
    }
    #expect(try s3.keys() == ["b/out/results0.csv"])
    #expect(try s3.uploads() == [])
    #expect(!(found.table + found.error).contains(S3Peer.secretKey))
  }

  @Test func `each permission that lacks is named`() async throws {
    let s3 = try S3Peer()
    try s3.put("b/out/results0.csv", "x")
    try s3.deny(.createUpload)
    try s3.deny(.deleteObjects)
    let found = try await findings(s3, "s3://lab/b/")
    #expect(found.status == 77)
    #expect(found.table.contains("s3:GetObject,ok"))
    #expect(found.table.contains("Needs s3:PutObject."), "\(found.table)")
    #expect(found.table.contains("Needs s3:DeleteObject."))
    #expect(found.error.contains("not all is well: s3:PutObject, s3:DeleteObject."))
  }

  @Test func `a wrong region and a wrong clock are told`() async throws {
    let s3 = try S3Peer()
    try s3.create("lab-eu", region: "eu-west-1")
    try s3.setClock(ahead: 7200)
    let found = try await findings(s3, "s3://lab-eu")
    #expect(found.table.contains("the bucket is in eu-west-1"), "\(found.table)")
    #expect(found.table.contains("s ahead of this machine's"), "\(found.table)")
  }

  @Test func `private keys in the bucket are told of`() async throws {
    let s3 = try S3Peer()
    try s3.put("b/ssh/id_rsa", "x")
    let found = try await findings(s3, "s3://lab/b/")
    #expect(found.status == 1)
    #expect(found.table.contains("b/ssh/id_rsa can be read by all who may read the bucket."))
  }

  @Test func `without credentials it says where it looked`() async throws {
    let s3 = try S3Peer()
    let found = try await findings(
      s3, "s3://lab/b/",
      environment: ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""])
    #expect(found.status == 77)
    #expect(found.table.contains("no AWS credentials. Tried: "), "\(found.table)")
  }
}
