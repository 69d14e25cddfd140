extension HTTPError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badURL(let url): "\(url) is not an address."
    case .badHeader(let name): "the header \(name) holds a line break and cannot be sent."
    case .unreachable(let host, let reason): "\(host) cannot be reached: \(reason)."
    case .certificate(let host, let reason): "\(host) cannot prove who it is: \(reason)."
    case .timeout(.connection, let host): "\(host) did not take the connection in time."
    case .timeout(.answer, let host): "\(host) did not answer in time."
    case .timeout(.progress, let host): "\(host) stopped sending."
    case .broken(let host, let reason): "the connection to \(host) broke: \(reason)."
    case .tooLarge(let limit): "the answer is larger than \(limit) bytes."
    case .file(let path): "\(path) cannot be read."
    case .cancelled: "stopped."
    }
  }
}
