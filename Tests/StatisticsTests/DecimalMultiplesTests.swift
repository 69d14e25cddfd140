import Statistics
import Testing

struct DecimalMultiplesTests {
  @Test func `decimals are counted in their smallest place`() {
    let decimals = DecimalMultiples(of: [0.84, 0.79, 0.9, 0.85])
    #expect(decimals.multiples == [84, 79, 90, 85])
    #expect(decimals.exponent == -2)
    #expect(0.84 - 0.79 != 0.9 - 0.85)
    #expect(decimals.multiples[0] - decimals.multiples[1] == 5)
    #expect(decimals.multiples[2] - decimals.multiples[3] == 5)
  }

  @Test func `none and zeros are counted in ones`() {
    #expect(DecimalMultiples(of: []).multiples.isEmpty)
    #expect(DecimalMultiples(of: [0, -0.0]).multiples == [0, 0])
    #expect(DecimalMultiples(of: [0, 3e-300]).exponent == -300)
  }

  @Test func `scales from 1e-12 to 1e12 stay exact`() {
    let decimals = DecimalMultiples(of: [1e-12, 2e-12, 1e12, -1e12])
    let trillion: Int128 = 1_000_000_000_000
    #expect(decimals.multiples == [1, 2, trillion * trillion, -trillion * trillion])
  }

  @Test func `what lies 37 digits below the largest is rounded away`() {
    let trillion: Int128 = 1_000_000_000_000
    #expect(
      DecimalMultiples(of: [1e300, 1e-300, -9.99e270]).multiples
        == [trillion * trillion * trillion, 0, -9_990_000])
    #expect(DecimalMultiples(of: [1e37, 6]).multiples[1] == 1)
    #expect(DecimalMultiples(of: [1e37, -4]).multiples[1] == 0)
  }
}
