/// Where a manifest is: `s3://BUCKET/FOLDER/jobs/TOKEN.jsonl`, or that of a shared folder.
struct ManifestPlace: Equatable {
  /// The folder that holds jobs, datasets and results, a slash at its end.
  let root: String
  let token: String

  /// - Throws: `Failure` with `usage` for what is no such place.
  init(parsing text: String) throws {
    let path = text.hasPrefix("file://") ? String(text.dropFirst(7)) : text
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasPrefix("/") || path.hasPrefix("s3://"), parts.count > 2,
      parts[parts.count - 2] == "jobs", let name = parts.last, name.hasSuffix(".jsonl"),
      name.count > 6
    else {
      throw Failure(
        .usage,
        "\"\(text)\" is no place of a manifest; s3://BUCKET/FOLDER/jobs/TOKEN.jsonl and "
          + "/FOLDER/jobs/TOKEN.jsonl are right.")
    }
    root = parts.dropLast(2).joined(separator: "/") + "/"
    token = String(name.dropLast(6))
  }
}
