import TestSupport
import Testing

struct CleanS3Tests {
  private func bucket() throws -> S3Peer {
    let s3 = try S3Peer()
    for key in ["b/out/results0.csv", "b/logs/pass/x.log", "b/datasets/1.csv", "other/thing"] {
      try s3.put(key, "text")
    }
    return s3
  }

  @Test func `a folder is emptied when its name is typed`() async throws {
    let s3 = try bucket()
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "clean-s3", "s3://lab/b", "--confirm", "lab/b", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.error == "deleted 3 objects (12 bytes) under s3://lab/b/\n")
    #expect(try s3.keys() == ["other/thing"])
    let again = try await folder.benchdb(
      "clean-s3", "s3://lab/b", "--confirm", "lab/b", environment: s3.environment)
    #expect(again.error == "s3://lab/b/ is empty\n")
  }

  @Test func `what is to be kept is kept`() async throws {
    let s3 = try bucket()
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "clean-s3", "s3://lab/b", "--keep", "logs", "--confirm", "lab/b/",
      environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try s3.keys() == ["b/logs/pass/x.log", "other/thing"])
  }

  @Test(arguments: [
    (["s3://lab/b"], "Say --confirm lab/b to mean it."),
    (["s3://lab/b", "--confirm", "lab"], "is another place than lab/b"),
    (["s3://lab", "--confirm", "lab"], "the whole bucket, because s3_folder is \"\""),
  ])
  func `nothing goes without being meant`(words: [String], sentence: String) async throws {
    let s3 = try bucket()
    let folder = try FreshFolder()
    let line = "benchdb clean-s3 \(words.joined(separator: " "))"
    let ended = try await folder.shell(line, environment: s3.environment)
    #expect(ended.status == 64)
    #expect(ended.error.hasPrefix("refused: ") && ended.error.contains(sentence), "\(ended.error)")
    #expect(try s3.keys().count == 4)
  }

  @Test func `-n lists, and a whole bucket may be meant`() async throws {
    let s3 = try bucket()
    let folder = try FreshFolder()
    let listed = try await folder.benchdb(
      "clean-s3", "s3://lab/b", "-n", "--format", "csv", environment: s3.environment)
    #expect(listed.output.hasPrefix("key,size,modified_at\nb/datasets/1.csv,4,"))
    let ended = try await folder.benchdb(
      "clean-s3", "s3://lab", "--whole-bucket", "--confirm", "lab", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try s3.keys() == [])
  }

  @Test func `more than a thousand go in batches`() async throws {
    let s3 = try S3Peer()
    try s3.put((0..<2500).map { S3Peer.Object("b/out/results\($0).csv", "x") })
    let folder = try FreshFolder()
    let ended = try await folder.benchdb(
      "clean-s3", "s3://lab/b", "--confirm", "lab/b", environment: s3.environment)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try s3.keys() == [])
    #expect(try s3.counts()[.deleteObjects] == 3)
  }
}
