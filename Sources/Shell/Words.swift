/// The words of a command line that is whole.
func words(of line: String) throws(ShellError) -> [String] {
  let line = TypedLine(line)
  if let quote = line.quote { throw .openQuote(quote) }
  return line.typed.isEmpty ? line.words : line.words + [line.last]
}
