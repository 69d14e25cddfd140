import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct PickleWriterTests {
  static let rows: [[Value]] = [
    [], [0, 255, 256, 65_535, 65_536, -1, 2_147_483_648, .integer(.min), .integer(.max)],
    ["", "tpot", "łé\n'\"\u{0}😀", nil, 1.5, .blob([0xFF, 0])],
  ]

  @Test func `what is written is read back`() throws {
    let read = try PickleValue(pickle: pickle(Self.rows))
    #expect(
      read
        == .list([
          .list([]),
          .list(
            [0, 255, 256, 65_535, 65_536, -1, 1 << 31, .min, .max].map { PickleValue.integer($0) }),
          .list([
            .text(""), .text("tpot"), .text("łé\n'\"\u{0}😀"), .none, .real(1.5), .text("ff00"),
          ]),
        ]))
    #expect(try PickleValue(pickle: pickle([])) == .list([]))
  }

  @Test func `Python's pickle reads it`() async throws {
    let folder = try FreshFolder()
    try Data(pickle(Self.rows)).write(to: folder.url.appending(path: "rows.pickle"))
    let ended = try await folder.shell(
      "python3 -c 'import pickle; print(ascii(pickle.load(open(\"rows.pickle\", \"rb\"))))'")
    #expect(
      ended.output == #"""
        [[], [0, 255, 256, 65535, 65536, -1, 2147483648, -9223372036854775808, 9223372036854775807], \#
        ['', 'tpot', '\u0142\xe9\n\'"\x00\U0001f600', None, 1.5, 'ff00']]

        """#, "\(ended.error)")
  }

  @Test func `a list of tasks is written byte for byte as it was`() {
    #expect(
      pickle([[7, "tpot", 31]]) == [
        0x80, 2, 0x5D, 0x28, 0x5D, 0x28, 0x4B, 7, 0x58, 4, 0, 0, 0, 0x74, 0x70, 0x6F, 0x74, 0x4B,
        31,
        0x65, 0x65, 0x2E,
      ])
  }
}
