import Tables

extension BradleyTerry: Hypothesis {
  package static let name = "bradley-terry"
  package static let takesIncomplete = true
  package static let title = "Bradley-Terry model"
  package static let help = """
    How much better each framework is than the others, by wins and losses alone: abilities whose \
    differences are log odds of winning, with intervals at 1 - alpha, and worths, their shares of the \
    odds. A tie counts half a win to either side. Incomplete datasets count for those that finished.
    """
  package static let reference = """
    Bradley and Terry, Rank analysis of incomplete block designs, Biometrika 39 (1952)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    try blocks.require(blocks: 0, treatments: 2)
    let model = BradleyTerry(Contests(blocks))
    let order = model.abilities.indices.sorted {
      (model.abilities[$1], $0) < (model.abilities[$0], $1)
    }
    let worths = model.worths
    let all = blocks.names.count + blocks.incomplete.count
    return Finding(
      table: Table(
        columns: ["framework", "ability", "low", "high", "worth", "fit"],
        rows: order.map { one in
          let interval = model.interval(one, confidence: 1 - alpha)
          return [.text(model.treatments[one])]
            + [model.abilities[one], interval.lower, interval.upper, worths[one]].map {
              .number($0)
            } + [.text(model.fit.rawValue)]
        }),
      sentence: "\(model.treatments[order[0]]) is the ablest, and beats "
        + "\(model.treatments[order[1]]) with probability "
        + "\(text(model.winProbability(order[0], order[1]), digits: 3)): Bradley-Terry by "
        + "\(model.fit.rawValue), on \(text(all, "dataset"))")
  }
}
