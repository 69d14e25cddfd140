/// A phrase as a sentence of a report: with a capital and a full stop.
package func sentence(_ phrase: String) -> String {
  phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
}
