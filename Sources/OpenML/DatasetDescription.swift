/// What OpenML says of a dataset before it gives the data.
package struct DatasetDescription: Sendable, Equatable {
  package var id: Int
  package var name: String
  package var version: Int?
  /// The address of the ARFF file.
  package var url: String
  package var md5: String?
  /// The columns to predict: one, several, or none that is said.
  package var targets: [String]
  /// Columns that tell nothing: row numbers, and what the donor said to leave out.
  package var ignored: [String]
  /// `active`, `deactivated` or `in_preparation`.
  package var status: String?

  /// Reads the answer to `data/ID`.
  init(_ reply: Reply) throws(OpenMLError) {
    let data = try reply.part("data_set_description")
    id = try data.part("id").integer()
    name = try data.part("name").text()
    version = try data["version"]?.integer()
    url = try data.part("url").text()
    md5 = try data["md5_checksum"]?.text().lowercased()
    status = try data["status"]?.text()
    targets = try Self.names(data["default_target_attribute"])
    ignored = try Self.names(data["ignore_attribute"]) + Self.names(data["row_id_attribute"])
  }

  /// Column names: a list, or separated by commas, which no name on OpenML holds.
  private static func names(_ part: Reply?) throws(OpenMLError) -> [String] {
    var names: [String] = []
    for element in part?.elements ?? [] {
      names += try element.text().split(separator: ",").map { name in
        String(name.drop { $0 == " " })
      }
    }
    return names
  }
}

/// What OpenML counted in a dataset; what it did not is nil.
package struct DatasetQualities: Sendable, Equatable {
  package var rows: Int?
  /// Columns, the target among them.
  package var columns: Int?
  package var classes: Int?
  package var missing: Int?

  package init() {}

  /// Reads the answer to `data/qualities/ID`.
  init(_ reply: Reply) throws(OpenMLError) {
    for quality in try reply.part("data_qualities").part("quality").elements {
      guard let value = try quality["value"]?.text(), let number = Double(value) else { continue }
      let count = Int(exactly: number)
      switch try quality.part("name").text() {
      case "NumberOfInstances": rows = count
      case "NumberOfFeatures": columns = count
      // -1 or 0 where the target is a number.
      case "NumberOfClasses": classes = count.flatMap { $0 > 0 ? $0 : nil }
      case "NumberOfMissingValues": missing = count
      default: break
      }
    }
  }
}

/// What OpenML says of a column.
package struct DatasetFeature: Sendable, Equatable {
  package var index: Int
  package var name: String
  /// `nominal`, `numeric`, `string` or `date`.
  package var type: String
  package var isTarget: Bool
  package var isIgnored: Bool
  package var missing: Int?

  /// Reads the answer to `data/features/ID`.
  static func all(_ reply: Reply) throws(OpenMLError) -> [DatasetFeature] {
    var features: [DatasetFeature] = []
    for feature in try reply.part("data_features").part("feature").elements {
      let isIgnored = try feature["is_ignore"]?.flag() ?? false
      let isRowID = try feature["is_row_identifier"]?.flag() ?? false
      features.append(
        DatasetFeature(
          index: try feature.part("index").integer(), name: try feature.part("name").text(),
          type: try feature.part("data_type").text(),
          isTarget: try feature["is_target"]?.flag() ?? false, isIgnored: isIgnored || isRowID,
          missing: try feature["number_of_missing_values"]?.integer()))
    }
    return features
  }
}
