import Foundation
import Testing

@testable import Compute

struct SliceJournalTests {
  private func journal(_ lines: String...) -> SliceJournal {
    SliceJournal(Data(lines.joined(separator: "\n").utf8))
  }

  private let begun = #"{"index":7,"state":"running","at":"2026-11-24T20:00:00Z"}"#

  @Test func `an empty journal tells of nothing`() {
    #expect(journal().ended == [])
    #expect(journal().running == [:])
  }

  @Test func `what began runs until it ends, however it does`() {
    #expect(journal(begun).running == [7: "2026-11-24T20:00:00Z"])
    for state in ["ok", "failed"] {
      let ended = journal(begun, #"{"index":7,"state":"\#(state)","class":"memory"}"#)
      #expect(ended.running == [:])
      #expect(ended.ended == [7...7])
    }
  }

  @Test func `positions in a row are one range`() {
    let lines = [4, 2, 3, 9, 0].map { #"{"index":\#($0),"state":"ok"}"# }
    let journal = SliceJournal(Data(lines.joined(separator: "\n").utf8))
    #expect(journal.ended == [0...0, 2...4, 9...9])
  }

  @Test func `a line that is being written is none yet`() {
    #expect(journal(begun, #"{"index":7,"sta"#).running.keys.sorted() == [7])
    #expect(journal("garbage", begun).running.keys.sorted() == [7])
  }
}
