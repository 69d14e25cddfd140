import Foundation

/// What an adapter says of its run in `report.json`; nothing in it is needed.
struct JobReport: Equatable {
  var trainingTime: Duration?
  var predictionTime: Duration?
  /// All else it says, the description of its model say, as JSON with sorted keys; nil for nothing.
  var details: String?

  /// More than that is no description; nobody would read it.
  private static let mostDetails = 1 << 16

  /// Reads an object of JSON; nil for anything else.
  init?(_ bytes: [UInt8]) {
    let value = try? JSONSerialization.jsonObject(with: Data(bytes))
    guard var members = value as? [String: Any] else { return nil }
    trainingTime = Self.duration(members.removeValue(forKey: "training_seconds"))
    predictionTime = Self.duration(members.removeValue(forKey: "prediction_seconds"))
    details = members.isEmpty ? nil : Self.text(members)
  }

  private static func text(_ members: [String: Any]) -> String? {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? JSONSerialization.data(withJSONObject: members, options: options)
    return data.flatMap { $0.count <= mostDetails ? String(decoding: $0, as: UTF8.self) : nil }
  }

  /// A time that can be; nil for one that no run took.
  private static func duration(_ value: Any?) -> Duration? {
    guard let seconds = (value as? NSNumber)?.doubleValue, (0...1e9).contains(seconds) else {
      return nil
    }
    return .seconds(seconds)
  }
}
