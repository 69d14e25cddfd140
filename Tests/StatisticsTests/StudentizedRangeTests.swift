import Statistics
import Testing

struct StudentizedRangeTests {
  @Test func `the range of two is a difference of normal numbers`() {
    let range = StudentizedRange(count: 2)
    for q in [1e-4, 0.1, 1, 3, 12, 25, 45] {
      #expect(agrees(range.survival(q), 2 * Normal.survival(q / 2.squareRoot())))
    }
  }

  @Test func `its tail is summed directly`() {
    #expect(agrees(StudentizedRange(count: 2).survival(12), 2.1519736712498913e-17))
  }

  @Test func `no range is below zero`() {
    #expect(StudentizedRange(count: 5).survival(0) == 1)
    #expect(StudentizedRange(count: 5).survival(-1) == 1)
    #expect(StudentizedRange(count: 5).survival(1e9) == 0)
  }

  @Test func `the quantile undoes the survival function`() {
    for count in [2, 3, 12, 200] {
      for p in [1e-30, 0.001, 0.05, 0.5, 0.99] {
        let range = StudentizedRange(count: count)
        #expect(agrees(range.survival(range.quantile(upperTail: p)), p))
      }
    }
  }

  @Test func `a level below all that a double can tell is never reached`() {
    #expect(StudentizedRange(count: 3).quantile(upperTail: 1e-305) == .infinity)
    #expect(Normal.quantile(upperTail: 1e-305) == .infinity)
  }

  @Test func `the density is the slope of the survival function`() {
    let range = StudentizedRange(count: 4)
    let slope = (range.survival(3 - 1e-4) - range.survival(3 + 1e-4)) / 2e-4
    #expect(agrees(range.density(3), slope, 1e-7))
    #expect(range.density(0) == 0)
  }
}
