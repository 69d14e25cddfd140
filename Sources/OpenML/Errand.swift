import HTTP

/// Something to get from OpenML, and what to do with it.
struct Errand {
  /// What messages call it: `data/61`.
  var what: String
  /// The request, made anew for each attempt.
  var request: () throws -> Request
  /// Takes a good answer and says what to get next. A transient `OpenMLError` makes another attempt.
  var take: (Response) throws -> [Errand]
  /// Hears that it did not come. What it throws ends all errands.
  var fail: (OpenMLError) throws -> Void

  /// An answer of the API.
  init(
    _ path: String, at origin: Origin, take: @escaping (Reply) throws -> [Errand],
    fail: @escaping (OpenMLError) throws -> Void
  ) {
    what = path
    self.fail = fail
    request = {
      var request = Request(.get, origin.url(path))
      request.takesCompression = true
      request.followsRedirects = true
      return request
    }
    self.take = { try take(Reply($0.body, of: path)) }
  }

  /// A file, of which `file` keeps what has come.
  init(
    _ url: String, into file: PartialFile, take: @escaping () throws -> [Errand],
    fail: @escaping (OpenMLError) throws -> Void
  ) {
    what = url
    self.fail = fail
    request = {
      var request = Request(.get, url)
      request.sink = file
      request.followsRedirects = true
      if file.count > 0 { request.headers.append(Header("Range", "bytes=\(file.count)-")) }
      return request
    }
    self.take = { response in
      try file.settle(response)
      return try take()
    }
  }
}
