import Testing

@testable import AWS

struct ListingPageTests {
  private func page(_ inside: String) throws -> ListingPage {
    try ListingPage(
      Array("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\(inside)".utf8)
        + Array("</ListBucketResult>".utf8))
  }

  private func contents(_ key: String) -> String {
    """
    <Contents><Key>\(key)</Key><LastModified>2023-11-14T22:13:20.000Z</LastModified>\
    <ETag>&quot;abc&quot;</ETag><Size>7</Size><Owner><ID>x</ID></Owner>\
    <StorageClass>STANDARD</StorageClass></Contents>
    """
  }

  @Test func `a page tells its objects and how it goes on`() throws {
    let page = try page(
      "<Name>lab</Name><IsTruncated>true</IsTruncated>" + contents("out/a&amp;b.csv")
        + "<NextContinuationToken>1/x+y==</NextContinuationToken><KeyCount>1</KeyCount>")
    #expect(
      page.objects == [
        ListedObject(
          key: "out/a&b.csv", etag: "abc", size: 7, modifiedAt: "2023-11-14T22:13:20.000Z")
      ])
    #expect(page.continuation == "1/x+y==")
  }

  @Test func `encoded keys are decoded, wherever the page says so`() throws {
    let coded = contents("a+b%2Bc%25%0A%C3%A9/..%2F") + "<EncodingType>url</EncodingType>"
    let plain = contents("a+b%2Bc")
    let end = "<IsTruncated>false</IsTruncated>"
    #expect(try page(coded + end).objects.map(\.key) == ["a b+c%\né/../"])
    #expect(try page(plain + end).objects.map(\.key) == ["a+b%2Bc"])
    #expect(throws: XMLReader.Fault.self) {
      try page(contents("a%zz") + "<EncodingType>url</EncodingType>" + end)
    }
  }

  @Test func `an empty bucket has an empty page`() throws {
    #expect(try page("<KeyCount>0</KeyCount><IsTruncated>false</IsTruncated>").objects == [])
  }

  @Test(arguments: [
    ("<IsTruncated>true</IsTruncated>", "the listing does not say whether it goes on"),
    ("<IsTruncated>falSe</IsTruncated>", "the listing does not say whether it goes on"),
    ("", "the listing does not say whether it goes on"),
    (
      "<IsTruncated>false</IsTruncated><KeyCount>2</KeyCount>",
      "the listing has 0 keys and says it has 2"
    ),
    (
      "<IsTruncated>false</IsTruncated><Contents><Key>a</Key></Contents>",
      "the listing has an object without key, ETag, size or date"
    ),
  ])
  func `a page that was damaged on its way is refused`(inside: String, sentence: String) {
    let fault = #expect(throws: XMLReader.Fault.self) { try page(inside) }
    #expect(fault?.description == sentence)
  }

  @Test func `what is no listing is refused`() {
    #expect(throws: XMLReader.Fault.self) { try ListingPage(Array("<Error/>".utf8)) }
    #expect(throws: XMLReader.Fault.self) { try ListingPage([]) }
  }
}
