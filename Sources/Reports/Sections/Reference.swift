/// A work that a methods paragraph leans on.
struct Reference {
  let key: String
  let kind: String
  let fields: [(name: String, value: String)]
  /// Whether a report leans on it.
  var isFor: @Sendable (Contest, Evidence) -> Bool = { contest, _ in contest.nemenyi != nil }

  /// The entry as BibTeX has it. It holds words of ours alone.
  var bibTeX: String {
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }
    return "@\(kind){\(key),\n" + lines.joined(separator: ",\n") + "\n}"
  }

  static let all = [
    Reference(
      key: "friedman1937", kind: "article",
      fields: article(
        "Friedman, Milton",
        "The use of ranks to avoid the assumption of normality implicit in the analysis of variance",
        "Journal of the American Statistical Association", "32", "675--701", "1937")),
    Reference(
      key: "iman1980", kind: "article",
      fields: article(
        "Iman, Ronald L. and Davenport, James M.",
        "Approximations of the critical region of the {Friedman} statistic",
        "Communications in Statistics -- Theory and Methods", "9", "571--595", "1980")),
    Reference(
      key: "nemenyi1963", kind: "phdthesis",
      fields: [
        ("author", "Nemenyi, Peter"), ("title", "Distribution-free multiple comparisons"),
        ("school", "Princeton University"), ("year", "1963"),
      ]),
    Reference(
      key: "demsar2006", kind: "article",
      fields: article(
        "Dem{\\v{s}}ar, Janez",
        "Statistical comparisons of classifiers over multiple data sets",
        "Journal of Machine Learning Research", "7", "1--30", "2006")),
    Reference(
      key: "wilcoxon1945", kind: "article",
      fields: article(
        "Wilcoxon, Frank", "Individual comparisons by ranking methods", "Biometrics Bulletin", "1",
        "80--83", "1945")),
    Reference(
      key: "pratt1959", kind: "article",
      fields: article(
        "Pratt, John W.",
        "Remarks on zeros and ties in the {Wilcoxon} signed rank procedures",
        "Journal of the American Statistical Association", "54", "655--667", "1959")),
    Reference(
      key: "holm1979", kind: "article",
      fields: article(
        "Holm, Sture", "A simple sequentially rejective multiple test procedure",
        "Scandinavian Journal of Statistics", "6", "65--70", "1979")),
    Reference(
      key: "benavoli2016", kind: "article",
      fields: article(
        "Benavoli, Alessio and Corani, Giorgio and Mangili, Francesca",
        "Should we really use post-hoc tests based on mean-ranks?",
        "Journal of Machine Learning Research", "17", "1--10", "2016")),
    Reference(
      key: "efron1993", kind: "book",
      fields: [
        ("author", "Efron, Bradley and Tibshirani, Robert J."),
        ("title", "An introduction to the bootstrap"), ("publisher", "Chapman \\& Hall"),
        ("year", "1993"),
      ]),
    Reference(
      key: "hodges1963", kind: "article",
      fields: article(
        "Hodges, J. L. and Lehmann, E. L.", "Estimates of location based on rank tests",
        "The Annals of Mathematical Statistics", "34", "598--611", "1963"),
      isFor: { contest, _ in contest.duel != nil }),
    Reference(
      key: "benavoli2017", kind: "article",
      fields: article(
        "Benavoli, Alessio and Corani, Giorgio and Dem{\\v{s}}ar, Janez and Zaffalon, Marco",
        "Time for a change: a tutorial for comparing multiple classifiers through {Bayesian} analysis",
        "Journal of Machine Learning Research", "18", "1--36", "2017"),
      isFor: { contest, _ in contest.duel != nil }),
  ]
}

private func article(
  _ author: String, _ title: String, _ journal: String, _ volume: String, _ pages: String,
  _ year: String
) -> [(name: String, value: String)] {
  [
    ("author", author), ("title", title), ("journal", journal), ("volume", volume),
    ("pages", pages), ("year", year),
  ]
}
