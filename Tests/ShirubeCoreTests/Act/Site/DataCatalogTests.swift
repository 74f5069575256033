import ShirubeCore
import Testing

@Suite struct DataCatalogTests {
    private func catalog(base: String?, contact: String?) throws -> String {
        let first = try #require(CivilDate(iso: "2020-04-01"))
        let last = try #require(CivilDate(iso: "2022-09-30"))
        return DataCatalog(
            title: Wording(ja: "総合戦略", en: "Strategy"), publisher: "例市", contact: contact,
            base: base, days: first...last, modified: Timestamp(japanDate: last),
            files: [.init(path: "data/a.csv", mediaType: "text/csv", bytes: 12)]
        ).document.compact
    }

    @Test func `it names the files by whole addresses where the site's place is known`() throws {
        let text = try catalog(base: "https://city.example/s/", contact: "企画課")
        #expect(text.contains("\"https://city.example/s/data/a.csv\""))
        #expect(text.contains("\"dcat:byteSize\":12") && text.contains("企画課"))
        #expect(text.contains("\"2020-04-01\"") && text.contains("\"2022-09-30\""))
        #expect(text.contains(OpenDataLicence.address.japanese))
    }

    @Test func `without a place they are relative, and without a contact there is none`() throws {
        let text = try catalog(base: nil, contact: nil)
        #expect(text.contains("{\"@id\":\"data/a.csv\"}"))
        #expect(!text.contains("contactPoint"))
    }

    @Test func `the notice names the licence, the source and its publisher`() {
        let notice = OpenDataLicence.notice(publisher: "例市\u{202E}")
        for text in [notice.japanese, notice.english] {
            #expect(text.contains("PDL1.0") && text.contains("例市[U+202E]"))
        }
    }
}
