package import ShirubeCore

/// What came of trying a server without sending anything.
package struct ServerCheck: Sendable, Equatable {
    /// What the server is called: `smtp.city.example:587`, or a channel's name.
    package let name: String
    /// Why nothing could be sent there, one sentence in English; nil where it could.
    package let failure: String?
    /// The last day of the certificate that it has shown; nil where it has shown none.
    package let certificateEnds: CivilDate?

    /// So many days before a certificate ends people are warned.
    private static let warningDays = 30

    /// Makes a result.
    package init(name: String, failure: String? = nil, certificateEnds: CivilDate? = nil) {
        self.name = name
        self.failure = failure
        self.certificateEnds = certificateEnds
    }

    /// The result as a line.
    ///
    /// - Parameter today: the present day, for what remains of the certificate.
    /// - Returns: what came of it, and until when the certificate is good.
    package func line(today: CivilDate) -> Wording {
        if let failure {
            return Wording(ja: "\(name): 送れません。\(failure)", en: "\(name): \(failure)")
        }
        guard let certificateEnds else {
            return Wording(ja: "\(name): つながりました。", en: "\(name): within reach.")
        }
        let left = certificateEnds.dayNumber - today.dayNumber
        let warning =
            left > Self.warningDays
            ? Wording(ja: "", en: "")
            : Wording(
                ja: " 証明書の期限まであと\(left)日です。更新を頼んでください。",
                en: " It ends in \(left) days: have it renewed.")
        return Wording(
            ja: "\(name): つながりました。証明書は\(certificateEnds)まで有効です。\(warning.japanese)",
            en: "\(name): within reach, with a certificate that is good until \(certificateEnds)."
                + warning.english)
    }
}
