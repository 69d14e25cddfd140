/// What a store did not delete of what it was told to.
package struct DeletionAnswer: Sendable, Equatable {
  package struct Refusal: Sendable, Equatable {
    package var key: String
    package var code: String
    package var message: String
  }

  package private(set) var refusals: [Refusal] = []

  package init(_ bytes: [UInt8]) throws(XMLReader.Fault) {
    let answer = try XMLElement.parse(bytes)
    guard answer.name == "DeleteResult" else {
      throw XMLReader.Fault("the answer is none to a deletion")
    }
    refusals = answer.all("Error").map { error in
      Refusal(
        key: error.text("Key") ?? "", code: error.text("Code") ?? "",
        message: error.text("Message") ?? "")
    }
  }
}
