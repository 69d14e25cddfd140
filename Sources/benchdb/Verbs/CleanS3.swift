import AWS
import ArgumentParser
import Foundation
import HTTP
import Tables

struct CleanS3: Verb {
  static let configuration = CommandConfiguration(
    commandName: "clean-s3",
    abstract: "Delete everything in the bucket's folder.",
    discussion: """
      Says what and how much, then asks. The warehouse keeps what it has; the next sync marks it as \
      vanished from the bucket.

      Examples: benchdb clean-s3 -n
                benchdb clean-s3 --keep logs
                benchdb clean-s3 s3://lab/bench/ --confirm lab/bench
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case logs, datasets, out
  }

  @OptionGroup var bucket: BucketArgument

  @Flag(name: [.customShort("n"), .long], help: "Only list what would be deleted.")
  var dryRun = false

  @Option(help: "What to leave there: logs, datasets or out.")
  var keep: [Part] = []

  @Option(
    help: ArgumentHelp("The folder again, instead of being asked.", valueName: "BUCKET/FOLDER"))
  var confirm: String?

  @Flag(help: "Allow it where the folder is the whole bucket.")
  var wholeBucket = false

  @OptionGroup var cloud: CloudOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let address = try bucket.address(in: session)
    try Interruption.watching { isInterrupted in
      let cloud = try Cloud(session, cloud, isCancelled: isInterrupted)
      let objects = try listed(address, over: cloud, in: session)
      if dryRun { return try Output(session).print(Table(of: objects)) }
      guard !objects.isEmpty else { return session.note("\(address) is empty") }
      let amount =
        "\(grouped(objects.count)) objects (\(grouped(objects.reduce(0) { $0 + $1.size })) bytes) "
        + "under \(address)"
      guard !address.folder.isEmpty || wholeBucket else {
        throw Failure.refused(
          "clean-s3 would delete \(amount), the whole bucket, because s3_folder is \"\". "
            + "--whole-bucket means it.")
      }
      try ask(amount, address, in: session)
      try cloud.delete(objects.map(\.key), of: address, in: session)
      session.note("deleted \(amount)")
    }
  }

  private func listed(
    _ address: BucketAddress, over cloud: Cloud, in session: Session
  ) throws -> [ListedObject] {
    let kept = keep.map { "\(address.folder)\($0.rawValue)/" }
    let listing = BucketListing(cloud.s3(address.bucket), prefix: address.folder)
    try cloud.transport.run(listing, inFlight: 16)
    return listing.objects.filter { object in
      !kept.contains { object.key.utf8.starts(with: $0.utf8) }
    }
  }

  /// Nothing but the folder itself, typed, is a yes.
  private func ask(_ amount: String, _ address: BucketAddress, in session: Session) throws {
    let folder = String("\(address.bucket)/\(address.folder)".dropLast())
    if let confirm {
      guard confirm == folder || confirm == folder + "/" else {
        throw Failure.refused(
          "--confirm \(confirm) is another place than \(folder); nothing was deleted.")
      }
      return
    }
    guard session.environment.terminalInput else {
      throw Failure.refused("this would delete \(amount). Say --confirm \(folder) to mean it.")
    }
    session.show("This will delete \(amount). Type \(folder) to go on: ")
    guard readLine() == folder else {
      throw Failure.refused("not confirmed; nothing was deleted.")
    }
  }
}

extension Table {
  fileprivate init(of objects: [ListedObject]) {
    self.init(
      columns: ["key", "size", "modified_at"],
      rows: objects.map {
        [.text($0.key), .integer(Int64($0.size)), .text($0.modifiedAt)]
      })
  }
}
