/// What a stored query says about its figure: the chart, its channels' columns, its settings.
///
/// ```
/// -- figure: box x=framework y=value better=lower title="Errors by framework"
/// ```
///
/// The first word is the chart. Each further word is `key=value`; a value with spaces stands in double
/// quotes. Whether a key is a channel or a setting is the chart's to say.
package struct FigureSpec: Sendable, Equatable {
  package var chart: String
  package var settings: [String: String]

  package init(chart: String, settings: [String: String] = [:]) {
    self.chart = chart
    self.settings = settings
  }

  /// Reads the value of a query's `figure` header.
  package init(parsing text: String) throws(FigureError) {
    var words = try Self.words(of: text)
    guard !words.isEmpty, !words[0].contains("=") else {
      throw .malformedSpec(
        "a figure line begins with the name of a chart, as in \"box x=framework\"")
    }
    chart = words.removeFirst()
    settings = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .malformedSpec("\"\(word)\" in the figure line should be key=value")
      }
      guard settings.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        throw .malformedSpec("\"\(parts[0])\" stands twice in the figure line")
      }
    }
  }

  private static func words(of text: String) throws(FigureError) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted, "\t" where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    guard !isQuoted else { throw .malformedSpec("a quote in the figure line is not closed") }
    return word.isEmpty ? words : words + [word]
  }
}
