import AWS
import ArgumentParser
import Foundation

struct Doctor: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Try the warehouse, the configuration, who we are to AWS, and what we may do there.",
    discussion: """
      Leaves nothing behind: writing is tried by an upload that is given up, deleting by a key that \
      is not there.

      Example: benchdb doctor s3://lab/bench/ --profile lab
      """)

  @OptionGroup var bucket: BucketArgument

  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    var examination = Examination()
    examination.look(at: "configuration") {
      _ = try session.configuration()
      let file = session.options.config ?? "batch.config"
      return FileManager.default.fileExists(atPath: file) ? file : "the defaults"
    }
    examination.look(at: "warehouse") {
      _ = try session.store()
      return session.path
    }
    try Interruption.watching { isInterrupted in
      try examine(&examination, in: session, isInterrupted)
    }
    try Output(session).print(examination.table)
    if let status = examination.status {
      throw Failure(status, "not all is well: \(examination.failed.joined(separator: ", ")).")
    }
  }

  private func examine(
    _ examination: inout Examination, in session: Session, _ isInterrupted: @escaping () -> Bool
  ) throws {
    var found: Cloud?
    var address: BucketAddress?
    examination.look(at: "settings") {
      let cloud = try Cloud(session, cloud, isCancelled: isInterrupted)
      found = cloud
      return cloud.words
    }
    examination.look(at: "bucket") {
      address = try bucket.address(in: session)
      return address?.description ?? ""
    }
    guard let found else { return }
    let visit = BucketVisit(found)
    visit.askWhoWeAre(&examination)
    if let address { visit.tryPermissions(on: address, &examination) }
    if isInterrupted() { throw Failure(.interrupted, "stopped.") }
  }
}

extension Cloud {
  /// What is set, each with where it comes from.
  fileprivate var words: String {
    var words = ["region \(settings.region.value) (\(settings.region.origin))"]
    if let endpoint = settings.endpoints["s3"] {
      words.append("endpoint \(endpoint.value) (\(endpoint.origin))")
    }
    words.append("profile \(settings.profile.value) (\(settings.profile.origin))")
    if let bundle = settings.caBundle {
      words.append("certificates \(bundle.value) (\(bundle.origin))")
    }
    return words.joined(separator: ", ")
  }
}
