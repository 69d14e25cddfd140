import Benchmark
import Testing

/// Numbers: numpy 1.24.2, Python 3.11; `RandomState(seed).randint(0, 2**32, dtype=uint32)` gives words.
@Suite struct RandomStateTests {
  @Test func `words are those of numpy`() {
    var generator = RandomState(seed: 0)
    #expect(
      (0..<3).map { _ in generator.word() } == [2_357_136_044, 2_546_248_239, 3_071_714_933])
  }

  @Test func `words stay right across two twists`() {
    var generator = RandomState(seed: 5489)
    let words = (0..<2000).map { _ in generator.word() }
    #expect(
      [0, 623, 624, 1247, 1248, 1999].map { words[$0] } == [
        3_499_211_612, 4_020_325_887, 4_178_893_912, 2_538_210_759, 358_555_951, 3_949_147_603,
      ])
    #expect(words.reduce(UInt64(0)) { $0 + UInt64($1) } == 4_251_639_600_755)
  }

  @Test func `a permutation is numpy's`() {
    var generator = RandomState(seed: 0)
    #expect(generator.permutation(of: 10) == [2, 8, 4, 9, 1, 6, 7, 3, 0, 5])
  }

  @Test(arguments: [0, 1]) func `a short permutation draws nothing`(count: Int) {
    var generator = RandomState(seed: 0)
    #expect(generator.permutation(of: count) == Array(0..<count))
    #expect(generator.word() == 2_357_136_044)
  }

  @Test func `integers of the largest seed are numpy's, and a bound of one draws nothing`() {
    var generator = RandomState(seed: .max)
    #expect(
      generator.integers(below: 1000, count: 12)
        == [419, 290, 12, 71, 948, 576, 214, 506, 473, 800, 639, 635])
    #expect(generator.integers(below: 1, count: 3) == [0, 0, 0])
    #expect(generator.integers(below: 7, count: 8) == [2, 3, 3, 2, 3, 5, 6, 6])
    #expect(generator.integers(below: 1000, count: 4) == [526, 421, 201, 905])
  }
}
