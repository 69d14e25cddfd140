/// What the servers of containers and machines answer: the credentials of a role.
struct RoleAnswer: Decodable {
  var accessKeyID: String
  var secretAccessKey: String
  var token: String
  var expiration: String

  enum CodingKeys: String, CodingKey {
    case accessKeyID = "AccessKeyId"
    case secretAccessKey = "SecretAccessKey"
    case token = "Token"
    case expiration = "Expiration"
  }

  /// - Parameter bytes: JSON.
  init(_ bytes: [UInt8]) throws(JSONFault) {
    self = try decode(RoleAnswer.self, from: bytes)
  }

  func credentials(origin: String) throws(JSONFault) -> Credentials {
    guard let end = ISODate(expiration) else {
      throw JSONFault(reason: "has an Expiration that is no date")
    }
    return Credentials(
      accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: token,
      expiration: end.seconds, origin: origin)
  }
}
