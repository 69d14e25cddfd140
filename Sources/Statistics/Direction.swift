/// Which values of a metric are the better ones.
package enum Direction: String, Sendable, CaseIterable {
  case higher
  case lower
}
