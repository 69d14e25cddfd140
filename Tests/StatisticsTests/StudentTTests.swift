import Statistics
import Testing

struct StudentTTests {
  @Test func `one degree of freedom is Cauchy's distribution`() {
    #expect(agrees(StudentT(degreesOfFreedom: 1).survival(1), 0.25, 1e-14))
    #expect(agrees(StudentT(degreesOfFreedom: 1).survival(-1), 0.75, 1e-14))
  }

  @Test func `half lies above zero and nothing above infinity`() {
    #expect(StudentT(degreesOfFreedom: 9).survival(0) == 0.5)
    #expect(StudentT(degreesOfFreedom: 9).twoSided(-.infinity) == 0)
  }

  @Test func `quantiles agree with arbitrary precision`() {
    // mpmath 1.3, 40 digits: roots of the regularised incomplete beta function
    let values: [(df: Double, p: Double, t: Double)] = [
      (1, 0.4, 0.32491969623290624903), (2, 0.025, 4.3026527297494637234),
      (3.5, 1e-6, 61.045121207720624593), (10, 1e-6, 9.7519954909405802263),
      (1000, 1e-6, 4.7816086204583505741), (1, 1e-50, 3.1830988618379066911e49),
      (10, 1e-50, 256452.57187694773204), (1000, 1e-50, 15.81022117514982529),
      (1000, 0.025, 1.9623390808264084612),
    ]
    for (df, p, t) in values {
      #expect(agrees(StudentT(degreesOfFreedom: df).quantile(upperTail: p), t), "\(df) \(p)")
    }
    #expect(StudentT(degreesOfFreedom: 3).quantile(upperTail: 0.5) == 0)
    let low = StudentT(degreesOfFreedom: 3).quantile(upperTail: 0.9)
    #expect(agrees(low, -StudentT(degreesOfFreedom: 3).quantile(upperTail: 0.1)))
  }

  @Test func `the density agrees with R`() {
    // R 4.2.2: dt(1.7, df)
    for (df, density) in [(1.0, 0.081827734237478356), (10, 0.096311809633229328)] {
      #expect(agrees(StudentT(degreesOfFreedom: df).density(1.7), density))
    }
  }
}
