internal import HTTP

extension AWSError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noCredentials(let tried):
      "no AWS credentials. Tried: \(tried.joined(separator: "; ")). "
        + "--no-sign-request reads a public bucket without."
    case .configuration(let sentence): sentence
    case .credentials(let origin, let reason): "\(origin) gave no credentials: \(reason)"
    case .service(let fault): fault.description
    case .transport(let error, let operation): "\(error) (\(operation))"
    case .changed(let path): "\(path) was changed while it was sent. Run it again."
    case .malformed(let operation, let reason):
      "the answer to \(operation) is not what AWS sends: \(reason)"
    }
  }
}

extension ServiceFault: CustomStringConvertible {
  package var description: String {
    let mark = [status == 0 ? "" : "\(status)", code].filter { !$0.isEmpty }.joined(separator: " ")
    let signed = identity.map { "signed with \($0)" } ?? "unsigned"
    switch kind {
    case .denied:
      let need = permission.isEmpty ? "" : " Needs \(permission)."
      return "\(service) refused to \(deed) \(resource) (\(mark)), \(signed).\(need)"
    case .noBucket: return "there is no bucket at \(resource) (\(mark))."
    case .noObject: return "there is nothing at \(resource) (\(mark))."
    case .expired:
      return
        "the session of \(identity ?? "nobody") has expired (\(mark)). Log in again, and go on."
    case .unknownKey:
      return "\(service) does not know the key of \(identity ?? "nobody") (\(mark))."
    case .clock: return "\(service)'s clock is too far from this machine's (\(mark))."
    case .throttled, .busy:
      return
        "\(service) was too busy to \(deed) \(resource) (\(mark)). Run it again; it goes on where it was."
    case .other:
      let words = message.isEmpty ? "" : ": \(message)"
      return "\(service) did not \(deed) \(resource) (\(mark))\(words)"
    }
  }
}
