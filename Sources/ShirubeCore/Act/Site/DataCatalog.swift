/// What a site offers to download, in the words of DCAT (W3C Data Catalog Vocabulary 3) as JSON-LD.
package struct DataCatalog: Sendable {
    /// A file to download.
    package struct File: Sendable {
        /// Its path within the site.
        package let path: String
        /// Its media type.
        package let mediaType: String
        /// How many bytes it has.
        package let bytes: Int

        /// Makes a file.
        package init(path: String, mediaType: String, bytes: Int) {
            self.path = path
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// The catalogue's title.
    package let title: Wording
    /// Who publishes it.
    package let publisher: String
    /// Whom questions go to; nil where nobody is named.
    package let contact: String?
    /// Where the site stands, with a slash at its end; nil where that is not known: addresses are then relative.
    package let base: String?
    /// The first and last day that its figures speak of.
    package let days: ClosedRange<CivilDate>
    /// The moment up to which data is in it.
    package let modified: Timestamp
    /// The files.
    package let files: [File]

    /// Makes a catalogue.
    package init(
        title: Wording, publisher: String, contact: String?, base: String?,
        days: ClosedRange<CivilDate>, modified: Timestamp, files: [File]
    ) {
        self.title = title
        self.publisher = publisher
        self.contact = contact
        self.base = base
        self.days = days
        self.modified = modified
        self.files = files
    }

    /// The catalogue as JSON-LD.
    package var document: JSON {
        .object([
            (
                "@context",
                .object([
                    ("dcat", .string("http://www.w3.org/ns/dcat#")),
                    ("dct", .string("http://purl.org/dc/terms/")),
                    ("foaf", .string("http://xmlns.com/foaf/0.1/")),
                    ("vcard", .string("http://www.w3.org/2006/vcard/ns#")),
                    ("xsd", .string("http://www.w3.org/2001/XMLSchema#")),
                ])
            ),
            ("@type", .string("dcat:Catalog")),
            ("dct:title", words(title)), ("dct:publisher", agent),
            ("dct:license", licence),
            ("dcat:dataset", .array([dataset])),
        ])
    }

    private var dataset: JSON {
        let point = contact.map { contact in
            [
                (
                    "dcat:contactPoint",
                    JSON.object([
                        ("@type", .string("vcard:Organization")), ("vcard:fn", .string(contact)),
                    ])
                )
            ]
        }
        return .object(
            [
                ("@type", .string("dcat:Dataset")), ("dct:title", words(title)),
                ("dct:publisher", agent), ("dct:license", licence),
                ("dct:language", .array([.string("ja"), .string("en")])),
                ("dct:accrualPeriodicity", reference("http://purl.org/cld/freq/quarterly")),
                (
                    "dct:temporal",
                    .object([
                        ("@type", .string("dct:PeriodOfTime")),
                        ("dcat:startDate", date(days.lowerBound)),
                        ("dcat:endDate", date(days.upperBound)),
                    ])
                ),
                ("dct:modified", date(modified.japanDate)),
            ] + (point ?? []) + [("dcat:distribution", .array(files.map(distribution)))])
    }

    private func distribution(_ file: File) -> JSON {
        let address = reference((base ?? "") + file.path)
        return .object([
            ("@type", .string("dcat:Distribution")), ("dct:title", .string(file.path)),
            ("dcat:accessURL", address), ("dcat:downloadURL", address),
            ("dcat:mediaType", .string(file.mediaType)), ("dcat:byteSize", .integer(file.bytes)),
            ("dct:license", licence),
        ])
    }

    private var agent: JSON {
        .object([("@type", .string("foaf:Organization")), ("foaf:name", .string(publisher))])
    }

    private var licence: JSON { reference(OpenDataLicence.address.japanese) }

    private func reference(_ address: String) -> JSON { .object([("@id", .string(address))]) }

    private func words(_ wording: Wording) -> JSON {
        .array(
            Language.allCases.map { language in
                .object([
                    ("@language", .string(language.rawValue)),
                    ("@value", .string(wording[language])),
                ])
            })
    }

    private func date(_ date: CivilDate) -> JSON {
        .object([("@type", .string("xsd:date")), ("@value", .string(date.description))])
    }
}
