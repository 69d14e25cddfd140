import Testing

@testable import AWS

/// botocore 1.43 reads each of these texts so, and refuses those that are refused here.
struct ConfigFileTests {
  @Test(arguments: [
    ("[profile lab]\nregion = eu-west-1\n", ["profile lab": ["region": "eu-west-1"]]),
    ("[a]\nRegion=eu-west-1\r\nOUTPUT : json", ["a": ["region": "eu-west-1", "output": "json"]]),
    ("[a]\n# comment\n; another\na = 1 # none\n", ["a": ["a": "1 # none"]]),
    (
      "[a]\ns3 =\n  addressing_style = path\n  # between\n  Max=10\nb = x",
      ["a": ["s3": "", "s3.addressing_style": "path", "s3.Max": "10", "b": "x"]]
    ),
    (
      "[a]\ncredential_process = run\n  this\n\n  that\n",
      ["a": ["credential_process": "run\nthis\nthat"]]
    ),
    ("[a]\n  b = 1\n  c = 2\n", ["a": ["b": "1", "c": "2"]]),
    ("[a]\nb =\nc = 2\n", ["a": ["b": "", "c": "2"]]),
    ("[a]\nb = c = d\n", ["a": ["b": "c = d"]]),
    ("[a] ; what\nb = 1\n[c]\n", ["a": ["b": "1"], "c": [:]]),
    ("[a]\ns3 =\n    b = 1\n  c = 2\n", ["a": ["s3": "", "s3.b": "1", "s3.c": "2"]]),
    ("", [:]),
  ])
  func `a file is read as botocore reads it`(
    text: String, sections: [String: [String: String]]
  ) throws {
    #expect(try ConfigFile(Array(text.utf8), path: "config").sections == sections)
  }

  @Test(arguments: [
    ("a = 1\n", "line 1 comes before any [section]"),
    ("[a]\nnonsense\n", "line 2 is not of the form name = value"),
    ("[a]\n= 1\n", "line 2 is not of the form name = value"),
    ("[a]\nb=1\nB=2\n", "line 3 sets b a second time"),
    ("[a]\nb=1\n[c]\n[a]\n", "line 4 begins [a] a second time"),
    ("[a]\ns3 =\n  nonsense\n", "line 3 is not of the form name = value"),
    ("[a]\ns3=\n  b:c\n", "line 3 is not of the form name = value"),
    ("[a\nb=1\n", "line 1 comes before any [section]"),
    ("\u{FEFF}[a]\nb=1\n", "line 1 comes before any [section]"),
    ("[]\nb=1\n", "line 1 comes before any [section]"),
  ])
  func `what is wrong is said with file and line`(text: String, fault: String) {
    #expect(complaint(Array(text.utf8)) == "config, \(fault).")
  }

  @Test func `a file that is not UTF-8 is refused`() {
    #expect(complaint([0x5B, 0xFF]) == "config is not UTF-8.")
  }

  private func complaint(_ bytes: [UInt8]) -> String {
    do {
      return "\(try ConfigFile(bytes, path: "config").sections)"
    } catch {
      return "\(error)"
    }
  }
}
