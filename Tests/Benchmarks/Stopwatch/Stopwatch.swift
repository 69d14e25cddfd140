import Glibc
import Statistics

/// Times one function of Statistics without the process around it: `stopwatch WHAT [SECONDS]`.
///
/// Standard input has a line per dataset and on it a score per framework, between commas. The function
/// is called until a second is over. Printed are the processor and wall seconds of one call, the median
/// of all, and an answer, by which one sees that others answered the same question.
@main
struct Stopwatch {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let work = arguments.first.flatMap(Work.init(rawValue:)) else {
      let names = Work.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: stopwatch \(names) [SECONDS] < SCORES")
      exit(2)
    }
    let blocks = try Blocks(scores(), better: .higher)
    let seconds = arguments.dropFirst().first.flatMap(Double.init) ?? 1
    var answer = 0.0
    let laps = try laps(during: seconds) { answer = try work.answer(on: blocks) }
    print(median(of: laps.map(\.cpu)) ?? 0, median(of: laps.map(\.wall)) ?? 0, answer)
  }

  private static func scores() -> [Blocks.Observation] {
    var scores: [Blocks.Observation] = []
    var block = 1000
    while let line = readLine() {
      for (treatment, score) in line.split(separator: ",").enumerated() {
        let (block, treatment) = ("dataset \(block)", "framework \(10 + treatment)")
        scores.append(
          Blocks.Observation(block: block, treatment: treatment, value: Double(score) ?? .nan))
      }
      block += 1
    }
    return scores
  }
}

/// Processor seconds, of all threads, and wall seconds.
private struct Lap {
  var (cpu, wall) = (seconds(of: CLOCK_PROCESS_CPUTIME_ID), seconds(of: CLOCK_MONOTONIC))

  /// From `start` to this, for each of `calls`.
  func since(_ start: Lap, calls: Int) -> Lap {
    var lap = self
    (lap.cpu, lap.wall) = (
      (cpu - start.cpu) / Double(calls), (wall - start.wall) / Double(calls)
    )
    return lap
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The laps of `work`, as many as `seconds` hold; short work is done many times a lap.
private func laps(during seconds: Double, _ work: () throws -> Void) rethrows -> [Lap] {
  let first = Lap()
  try work()
  let once = Lap().since(first, calls: 1)
  let calls = max(1, Int(0.005 / once.wall))
  var laps = [once]
  repeat {
    let start = Lap()
    for _ in 0..<calls { try work() }
    laps.append(Lap().since(start, calls: calls))
  } while Lap().wall - first.wall < seconds
  return laps
}
