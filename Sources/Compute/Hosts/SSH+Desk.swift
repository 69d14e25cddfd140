import Foundation

extension SSH {
  /// What the desk on a host answers; nothing where our program is not there.
  func answer(
    to request: DeskRequest, on host: RemoteHost
  ) throws(ComputeError) -> DeskAnswer {
    let encoder = JSONEncoder()
    guard let question = try? encoder.encode(request) else {
      preconditionFailure("texts and numbers become JSON")
    }
    let said = try answer(of: .attend, on: host, input: .bytes(Array(question)))
    // What a login shell says by itself stands before.
    let line = said.split(whereSeparator: \.isNewline).last ?? ""
    guard let answer = try? JSONDecoder().decode(DeskAnswer.self, from: Data(line.utf8)) else {
      throw .host(host, .failed("its answer makes no sense: \"\(said.prefix(80))\""))
    }
    if let error = answer.error { throw .host(host, .failed(error)) }
    return answer
  }
}
