internal import HTTP

/// An upload in parts that was begun and not ended.
struct BegunUpload {
  let id: String
  /// The ETags of the parts that were sent, by their numbers.
  let parts: [Int: String]

  /// The last one of a key; nil for none, and where one may not look for any.
  static func found(of key: String, on s3: S3, _ transport: Transport) throws -> BegunUpload? {
    do {
      let answer = try s3.parsed(.uploads(prefix: key), transport)
      let isEncoded = answer.text("EncodingType") == "url"
      let begun = answer.all("Upload").last { upload in
        let told = upload.text("Key") ?? ""
        let name = isEncoded ? percentDecoded(told.replacing("+", with: " ")) : told
        return name?.isSameKey(as: key) ?? false
      }
      guard let id = begun?.text("UploadId") else { return nil }
      return BegunUpload(id: id, parts: try parts(of: id, key, on: s3, transport))
    } catch AWSError.service(let fault) where fault.kind == .denied {
      return nil
    }
  }

  /// The name of a new one.
  static func new(of key: String, on s3: S3, _ transport: Transport) throws -> String {
    let call = S3Call.beginUpload(of: key)
    guard let id = try s3.parsed(call, transport).text("UploadId") else {
      throw AWSError.malformed(operation: call.operation, reason: "it names no upload")
    }
    return id
  }

  private static func parts(
    of upload: String, _ key: String, on s3: S3, _ transport: Transport
  ) throws -> [Int: String] {
    var parts: [Int: String] = [:]
    var last = 0
    while true {
      let answer = try s3.parsed(.parts(of: upload, key, after: last), transport)
      let before = last
      for part in answer.all("Part") {
        guard let number = part.text("PartNumber").flatMap({ Int($0) }) else { continue }
        parts[number] = ListingPage.unquoted(part.text("ETag") ?? "").lowercased()
        last = max(last, number)
      }
      guard answer.text("IsTruncated") == "true", last > before else { return parts }
    }
  }
}

extension S3 {
  fileprivate func parsed(_ call: S3Call, _ transport: Transport) throws -> XMLElement {
    let response = try send(call, over: transport)
    do {
      return try XMLElement.parse(response.body)
    } catch {
      throw AWSError.malformed(operation: call.operation, reason: error.description)
    }
  }
}
