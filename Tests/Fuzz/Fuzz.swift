import Glibc

/// Plays random sessions at the line editor: `fuzz SECONDS [SEED]`, 20 seconds unless told.
///
/// Each session has a seed of its own, which is told when something is wrong; `fuzz 0 SEED` plays that
/// one again.
@main
struct Fuzz {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let seconds = arguments.first ?? 20
    let first = arguments.dropFirst().first ?? UInt64.random(in: 0..<1 << 32)
    let end = ContinuousClock.now + .seconds(seconds)
    var (seed, keys) = (first, 0)
    // Said first, since a crash says nothing.
    print("fuzz: \(seconds) seconds from seed \(first)")
    fflush(nil)
    repeat {
      var session = Session(seed: seed)
      session.play()
      keys += session.keys
      if !session.faults.isEmpty {
        print("fuzz: session \(seed) went wrong:")
        for fault in session.faults { print("  \(fault)") }
        exit(1)
      }
      seed += 1
    } while ContinuousClock.now < end
    print("fuzz: \(keys) keys in \(seed - first) sessions, nothing wrong")
  }
}
