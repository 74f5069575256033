import ShirubeCore
import Testing

@Suite struct CertificateDateTests {
    @Test func `a date is read as OpenSSL prints it`() {
        #expect(CertificateDate.day("Dec  3 09:00:00 2026 GMT") == CivilDate(2026, 12, 3))
        #expect(CertificateDate.day("Jan 31 23:59:59 2027 GMT") == CivilDate(2027, 1, 31))
    }

    @Test(arguments: [
        "", "2026-12-03", "Foo 1 09:00:00 2026", "Feb 30 09:00:00 2026 GMT", "Dec  3",
    ])
    func `anything else is no date`(text: String) {
        #expect(CertificateDate.day(text) == nil)
    }
}
