internal import HTTP

extension S3Call {
  /// How many keys a call may delete.
  package static let mostDeletions = 1000

  /// Deletes up to a thousand objects; one that is not there counts as deleted.
  ///
  /// **Source**: Amazon S3 API Reference, DeleteObjects.
  package static func delete(_ keys: [String]) -> S3Call {
    precondition((1...mostDeletions).contains(keys.count), "a call deletes 1 to 1000 objects")
    var call = S3Call("DeleteObjects", .post)
    call.query = [("delete", nil)]
    call.headers = [Header("Content-Type", "application/xml")]
    let objects = keys.map { "<Object><Key>\(escaped($0))</Key></Object>" }.joined()
    call.carry(
      Array(
        """
        <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>\(objects)</Delete>
        """.utf8))
    return call
  }

  /// Deletes an object; one that is not there counts as deleted.
  package static func delete(_ key: String) -> S3Call {
    S3Call("DeleteObject", .delete, key: key)
  }

  /// A key as XML holds it; control characters, which would be lost, as references.
  private static func escaped(_ key: String) -> String {
    var escaped = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case _ where scalar.value < 0x20: escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
