/// The line of `text` that holds byte `offset`, and a caret under that place.
///
/// ```
///   select frmework from leaderboard
///          ^ did you mean framework?
/// ```
///
/// Two spaces stand before the line; a long one is cut to `width` cells around the caret. Control
/// characters are written out and tabs are one space, so that the caret stands where it should.
///
/// - Parameters:
///   - offset: UTF-8 bytes from the start of `text`; beyond its end means its end.
///   - hint: what is said behind the caret.
package func caret(
  under offset: Int, of text: String, hint: String? = nil, width: Int = 96
) -> String {
  let bytes = Array(text.utf8)
  let place = min(max(offset, 0), bytes.count)
  let newline = UInt8(ascii: "\n")
  let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
  let end = bytes[place...].firstIndex(of: newline) ?? bytes.count
  var before = Array(shown(bytes[start..<place]))
  var after = shown(bytes[place..<end])
  let room = width - 2
  if displayWidth(of: String(before)) + displayWidth(of: after) > room {
    let most = room * 2 / 3
    if displayWidth(of: String(before)) > most {
      while displayWidth(of: String(before)) >= most { before.removeFirst() }
      before.insert("…", at: 0)
    }
    after = fitting(after, into: room - displayWidth(of: String(before)))
  }
  let indent = String(repeating: " ", count: displayWidth(of: String(before)))
  return "  " + String(before) + after + "\n  " + indent + "^" + (hint.map { " " + $0 } ?? "")
}

private func shown(_ bytes: ArraySlice<UInt8>) -> String {
  let spaced = bytes.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
  return escapingControls(in: String(decoding: spaced, as: UTF8.self))
}
