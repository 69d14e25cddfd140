internal import HTTP

/// The calls of an upload in parts.
///
/// **Source**: Amazon S3 User Guide, "Uploading and copying objects using multipart upload".
extension S3Call {
  /// Begins an upload; the answer names it.
  package static func beginUpload(of key: String) -> S3Call {
    var call = S3Call("CreateMultipartUpload", .post, key: key)
    call.query = [("uploads", nil)]
    return call
  }

  /// Sends a part of a file.
  static func part(_ index: Int, of file: UploadFile, to key: String, upload: String) -> S3Call {
    var call = S3Call("UploadPart", .put, key: key)
    call.query = [("partNumber", String(index + 1)), ("uploadId", upload)]
    call.carry(file.pieces[index], of: file)
    return call
  }

  /// Makes an object of the parts that were sent.
  static func completeUpload(_ upload: String, of key: String, etags: [String]) -> S3Call {
    var call = S3Call("CompleteMultipartUpload", .post, key: key)
    call.query = [("uploadId", upload)]
    let parts = etags.enumerated().map { number, etag in
      "<Part><PartNumber>\(number + 1)</PartNumber><ETag>\"\(etag)\"</ETag></Part>"
    }
    let body =
      "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\(parts.joined())"
      + "</CompleteMultipartUpload>"
    call.carry(Array(body.utf8))
    return call
  }

  /// Gives an upload up; its parts are gone.
  package static func giveUp(_ upload: String, of key: String) -> S3Call {
    var call = S3Call("AbortMultipartUpload", .delete, key: key)
    call.query = [("uploadId", upload)]
    return call
  }

  /// The uploads of keys that begin with `prefix` which were begun and not ended.
  static func uploads(prefix: String) -> S3Call {
    var call = S3Call("ListMultipartUploads", .get)
    call.query = [("encoding-type", "url"), ("prefix", prefix), ("uploads", nil)]
    return call
  }

  /// The parts that were sent, a thousand to an answer: those after the number `after`.
  static func parts(of upload: String, _ key: String, after: Int) -> S3Call {
    var call = S3Call("ListParts", .get, key: key)
    call.query = [("part-number-marker", String(after)), ("uploadId", upload)]
    return call
  }

  /// Writes an object of a whole file; the store keeps its SHA-256 too, if it can.
  static func put(_ file: UploadFile, to key: String) -> S3Call {
    precondition(file.isWhole, "a file in parts goes by parts")
    var call = S3Call("PutObject", .put, key: key)
    call.carry(file.pieces[0], of: file)
    call.headers.append(
      Header("x-amz-checksum-sha256", Digest.base64(file.pieces[0].sha256)))
    return call
  }

  private mutating func carry(_ piece: UploadFile.Piece, of file: UploadFile) {
    body = .file(path: file.path, offset: piece.offset, count: piece.count)
    payload = .hash(piece.sha256)
    headers.append(Header("Content-MD5", Digest.base64(piece.md5)))
  }
}
