/// What holds secrets, and is therefore never printed with what is in it: not in a sentence, not by the
/// debugger, not as a part of something else.
package protocol HoldsSecrets: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{}

extension HoldsSecrets {
  package var description: String { "\(Self.self)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
