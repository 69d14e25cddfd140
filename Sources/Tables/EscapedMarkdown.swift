/// `text` as words of Markdown: nothing in it is a tag, a link, code or emphasis, ends a cell or is an
/// entity.
///
/// An underscore within a word is no markup and stays as it is.
///
/// **Source**: GitHub Flavored Markdown, 6.1, backslash escapes, and 4.10, tables.
package func escapedMarkdown(_ text: String) -> String {
  let mayBeEntity = text.contains(";")
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for character in text {
    switch character {
    case "|", "\\", "<", "[", "`", "*": result.append("\\")
    case "&" where mayBeEntity: result.append("\\")
    default: break
    }
    result.append(character)
  }
  return result
}
