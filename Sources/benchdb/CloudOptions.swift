import ArgumentParser

/// The options of what reaches AWS; named and meant as the AWS CLI has them.
struct CloudOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A profile of the AWS configuration.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("The bucket's region.", valueName: "name"))
  var region: String?

  @Option(help: ArgumentHelp("A server that speaks like S3, instead of AWS.", valueName: "url"))
  var endpointURL: String?

  @Flag(help: "Sign nothing; for public buckets.")
  var noSignRequest = false
}
