/// The dates of certificates, as OpenSSL prints them.
package enum CertificateDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The day of a moment such as `Dec  3 09:00:00 2026 GMT` (ASN1_TIME_print(3)), in Greenwich; nil for anything else.
    package static func day(_ text: String) -> CivilDate? {
        let words = text.split(separator: " ")
        guard words.count >= 4, let month = months.firstIndex(of: String(words[0])),
            let day = Int(words[1]), let year = Int(words[3])
        else { return nil }
        return CivilDate(year, month + 1, day)
    }
}
