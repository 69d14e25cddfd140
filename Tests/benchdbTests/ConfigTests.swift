import TestSupport
import Testing

struct ConfigTests {
  @Test func `each value says where it comes from`() async throws {
    let folder = try FreshFolder()
    try folder.write(#"{"cores": 4, "memory": 8000}"#, to: "batch.config.default")
    try folder.write(#"{"cores": 8, "runtime": 60}"#, to: "batch.config")
    let ended = try await folder.benchdb(
      "config", "--show-origin", environment: ["BENCHDB_RUNTIME": "30"])
    let lines = ended.output.split(separator: "\n")
    #expect(lines.contains("cores\t8\tbatch.config"))
    #expect(lines.contains("memory\t8000\tbatch.config.default"))
    #expect(lines.contains("runtime\t30\tBENCHDB_RUNTIME"))
    #expect(lines.contains("hard_limit\t12600\tdefault"))
    #expect(lines.count == 19)
  }

  @Test(arguments: [
    (#"{"cores": "two"}"#, "cores to two; a whole number from 1 to 1000000000 is right."),
    (#"{"cores": true}"#, "cores to true;"), (#"{"cores": 1.5}"#, "cores to 1.5;"),
    (#"{"runtime": 9223372036854775807}"#, "runtime to"),
    (#"{"s3_folder": 1}"#, "s3_folder to 1; a text in quotes is right."),
    (#"{"studies": [135]}"#, "studies to"),
  ])
  func `another type names the key, the value and what is right`(
    text: String, expected: String
  ) async throws {
    let folder = try FreshFolder()
    try folder.write(text, to: "batch.config")
    let ended = try await folder.benchdb("config")
    #expect(ended.status == 78)
    #expect(ended.error.hasPrefix("error: batch.config sets \(expected)"))
  }

  @Test func `one is a number`() async throws {
    let folder = try FreshFolder()
    try folder.write(#"{"cores": 1, "studies": [[1, "regression"]]}"#, to: "batch.config")
    let ended = try await folder.benchdb("config", environment: ["BENCHDB_MEMORY": "1"])
    #expect(ended.status == 0, "\(ended.error)")
    for line in ["cores\t1\n", "memory\t1\n", "studies\t1:regression\n"] {
      #expect(ended.output.contains(line))
    }
    let refused = try await folder.benchdb("config", environment: ["BENCHDB_MEMORY": "true"])
    #expect(refused.status == 78)
  }

  @Test func `an unknown key gets a warning with a suggestion`() async throws {
    let folder = try FreshFolder()
    try folder.write(#"{"coers": 2}"#, to: "batch.config")
    let ended = try await folder.benchdb("config")
    #expect(ended.status == 0)
    #expect(
      ended.error == "warning: batch.config has an unknown key coers; did you mean cores?\n")
  }

  @Test func `a secret is never shown`() async throws {
    let folder = try FreshFolder()
    try folder.write(#"{"openml_api_key": "s3cr3t", "ec2_ssh_key": 7}"#, to: "broken.config")
    try folder.write(#"{"openml_api_key": "s3cr3t"}"#, to: "batch.config")
    let shown = try await folder.benchdb("config")
    #expect(shown.output.contains("openml_api_key\t********"))
    let broken = try await folder.benchdb("config", "--config", "broken.config")
    #expect(broken.error.contains("ec2_ssh_key to another type"))
    #expect(!(shown.output + broken.error).contains("s3cr3t"))
  }
}
