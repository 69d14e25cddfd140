import Statistics
import Testing

import func Glibc.log

struct GammaTests {
  @Test func `the logarithm of gamma is that of the factorial`() {
    var factorial = 1.0
    for n in 2...60 {
      factorial *= Double(n)
      #expect(agrees(logGamma(Double(n) + 1), log(factorial), 1e-14))
    }
    #expect(abs(logGamma(2)) < 1e-15)
    #expect(agrees(logGamma(0.5), 0.5723649429247001, 1e-14))
  }

  @Test func `the upper gamma function of 1 is the exponential`() {
    // Q(1, x) = e^-x; e^-1, e^-10 and e^-300 by mpmath.
    #expect(agrees(upperGamma(1, 1), 0.36787944117144233, 1e-14))
    #expect(agrees(upperGamma(1, 10), 4.5399929762484854e-05, 1e-14))
    #expect(agrees(upperGamma(1, 300), 5.148200222412013e-131, 1e-13))
  }

  @Test func `the upper gamma function goes from 1 to 0`() {
    #expect(upperGamma(3, 0) == 1)
    #expect(upperGamma(3, .infinity) == 0)
    #expect(upperGamma(3, 1e6) == 0)
  }

  @Test func `a deviance of equals is zero`() {
    #expect(poissonDeviance(7, mean: 7) == 0)
    // 5 ln(5/8) + 8 - 5
    #expect(agrees(poissonDeviance(5, mean: 8), 0.6499818537713223, 1e-15))
    #expect(agrees(poissonDeviance(1e6, mean: 1e6 + 1), 4.999996666669167e-07, 1e-14))
  }
}
