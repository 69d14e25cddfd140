/// What stands in a `<style>` or a `<script>`, which no escaping reaches: rules and programs of ours,
/// never data.
package struct Code: Sendable, Equatable {
  package let text: String

  /// Rules of a style sheet. They need neither `<` nor `&`, which XML would read as markup.
  package static func css(_ text: String) -> Code {
    precondition(!text.contains { $0 == "<" || $0 == "&" }, "a style sheet holds no markup")
    return Code(text: text)
  }

  /// A program, which ends where HTML sees an end tag and not before.
  ///
  /// **Source**: the HTML standard, 4.12.1.3, restrictions for contents of script elements.
  package static func script(_ text: String) -> Code {
    precondition(!text.contains("</") && !text.contains("<!--"), "a script holds no markup")
    return Code(text: text)
  }
}
