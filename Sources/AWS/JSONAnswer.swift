internal import Foundation

/// An answer that is not the JSON that it should be. It quotes nothing, for there are secrets in it.
struct JSONFault: Error {
  /// What a sentence about the answer goes on with: `has no AccessKeyId`.
  var reason: String
}

/// Reads an answer in JSON.
func decode<Answer: Decodable>(_: Answer.Type, from bytes: [UInt8]) throws(JSONFault) -> Answer {
  do {
    return try JSONDecoder().decode(Answer.self, from: Data(bytes))
  } catch DecodingError.keyNotFound(let key, _) {
    throw JSONFault(reason: "has no \(key.stringValue)")
  } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
    let name = context.codingPath.last?.stringValue ?? "value"
    throw JSONFault(reason: "has a \(name) of another kind")
  } catch {
    throw JSONFault(reason: "is not JSON")
  }
}

/// Writes an object in JSON, its names in order.
func encode(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return Array(try encoder.encode(value))
}
