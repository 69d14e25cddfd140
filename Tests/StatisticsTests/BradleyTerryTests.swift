import Statistics
import Testing

struct BradleyTerryTests {
  @Test func `it agrees with arbitrary precision and R on every case`() throws {
    // R 4.2.2, BradleyTerry2 1.1-2, agrees where there is a maximum.
    for line in try Fixture("ratings.csv").lines {
      let contests = Contests(try Fixture.blocks(of: line["case"] ?? ""))
      let model = BradleyTerry(contests)
      #expect((model.fit == .maximumLikelihood) == (line["has_maximum"] == "yes"), "\(line)")
      if line["has_maximum"] == "yes" {
        expect(model, numbers(line["abilities"]), numbers(line["errors"]))
      }
      let virtual = BradleyTerry(contests, virtualTies: true)
      #expect(virtual.fit == .virtualTies)
      expect(virtual, numbers(line["virtual_abilities"]), numbers(line["virtual_errors"]))
    }
  }

  /// The reference's errors are of differences from the first.
  private func expect(_ model: BradleyTerry, _ abilities: [Double], _ errors: [Double]) {
    #expect(model.abilities.count == abilities.count)
    for (treatment, (ability, error)) in zip(abilities, errors).enumerated() {
      // Abilities are of the order of 1, and of equal treatments 0.
      #expect(abs(model.abilities[treatment] - ability) < 1e-11)
      let found = treatment == 0 ? 0 : model.standardError(treatment, against: 0)
      #expect(abs(found - error) < 1e-10)
    }
  }

  @Test func `of two treatments it is the logarithm of the odds`() throws {
    let model = BradleyTerry(Contests(try blocks([[1, 0], [1, 0], [1, 0], [0, 1]])))
    // ln 3, with a variance of 1/3 + 1/1
    #expect(agrees(model.abilities[0] - model.abilities[1], 1.0986122886681098))
    #expect(agrees(model.standardError(0, against: 1), (4.0 / 3).squareRoot()))
    #expect(agrees(model.standardError(0), (4.0 / 3).squareRoot() / 2))
    #expect(agrees(model.winProbability(0, 1), 0.75))
    let interval = model.interval(0)
    #expect(agrees(interval.upper - model.abilities[0], 1.959963984540054 * model.standardError(0)))
  }

  @Test func `who never loses gets a virtual tie and no huge number`() throws {
    let model = BradleyTerry(Contests(try blocks((1...1000).map { _ in [3, 2, 1] })))
    #expect(model.fit == .virtualTies)
    #expect(model.abilities.allSatisfy { abs($0) < 20 })
    #expect(model.abilities[0] > model.abilities[1])
  }

  @Test func `groups that never met are joined by virtual ties`() throws {
    let rows: [[Double]] = [[1, 2, .nan, .nan], [2, 1, .nan, .nan], [.nan, .nan, 1, 2]]
    let model = BradleyTerry(Contests(try blocks(rows)))
    #expect(model.fit == .virtualTies)
    #expect(abs(model.abilities[0] - model.abilities[1]) < 1e-15)
  }

  @Test func `nobody and one alone`() throws {
    #expect(BradleyTerry(Contests(try blocks([]))).abilities.isEmpty)
    let alone = BradleyTerry(Contests(try blocks([[1]])))
    #expect(alone.abilities == [0])
    #expect(alone.standardError(0) == 0)
  }
}
