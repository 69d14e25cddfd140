import CCurl

extension Transfer {
  /// Tells libcurl how to reach this transfer; it does so by its address alone.
  func setCallbacks() {
    let address = Unmanaged.passUnretained(self).toOpaque()
    for option in [
      CURLOPT_PRIVATE, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA,
      CURLOPT_PREREQDATA,
    ] {
      ccurl_set_pointer(easy, option, address)
    }
    ccurl_set_connected(easy) { address, _, _, _, _ in
      Transfer.at(address).isConnected()
      return CURL_PREREQFUNC_OK
    }
    ccurl_set_data(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, address in
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return Transfer.at(address).receive(line: line) ? line.count : 0
    }
    ccurl_set_data(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, address in
      let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return Transfer.at(address).receive(body: body) ? body.count : 0
    }
    ccurl_set_data(easy, CURLOPT_READFUNCTION) { bytes, size, count, address in
      let room = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
      return Transfer.at(address).send(into: room) ?? Int(CURL_READFUNC_ABORT)
    }
    ccurl_set_seek(easy) { address, position, _ in
      Transfer.at(address).rewind(to: Int(position))
      return CURL_SEEKFUNC_OK
    }
  }

  /// The transfer that a handle belongs to.
  static func of(_ easy: UnsafeMutableRawPointer?) -> Transfer {
    var owner: UnsafeMutableRawPointer?
    ccurl_get_owner(easy, &owner)
    return at(owner)
  }

  private static func at(_ address: UnsafeMutableRawPointer?) -> Transfer {
    guard let address else { preconditionFailure("libcurl lost its pointer") }
    return Unmanaged<Transfer>.fromOpaque(address).takeUnretainedValue()
  }
}
