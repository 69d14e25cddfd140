import Foundation

/// What a worker of many tasks notes in its `--state` file, a line of JSON each time a task begins or ends.
struct SliceJournal: Sendable, Hashable {
  private(set) var running: [Int: String] = [:]
  private var done: Set<Int> = []

  private struct Line: Decodable {
    var index: Int
    var state: String
    var at: String?
  }

  /// Reads what there is of it; a line that is being written is none yet.
  init(_ bytes: Data) {
    let decoder = JSONDecoder()
    for text in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let line = try? decoder.decode(Line.self, from: text) else { continue }
      if line.state == "running" {
        running[line.index] = line.at ?? ""
      } else {
        running[line.index] = nil
        done.insert(line.index)
      }
    }
  }

  /// The positions that have ended, as few ranges as can be.
  var ended: [ClosedRange<Int>] {
    done.sorted().reduce(into: []) { ranges, position in
      if let last = ranges.last, last.upperBound + 1 == position {
        ranges[ranges.count - 1] = last.lowerBound...position
      } else {
        ranges.append(position...position)
      }
    }
  }
}
