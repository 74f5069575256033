import ShirubeCore

/// Reads how the web pages are made: the block `publish`.
enum PublishReader {
    /// Which pages are made.
    enum Edition: String, CaseIterable {
        case everyone = "public"
        case cityHall = "internal"
    }

    /// What the block says.
    static func publishing(_ map: YAMLMap) -> Publishing {
        let edition = map.optional("edition")?.word(Edition.self) ?? .everyone
        let shows = map.optional("probability")?.flag() ?? false
        return Publishing(
            audience: edition == .cityHall ? .cityHall : .everyone(showsProbability: shows),
            publisher: map.optional("publisher")?.text(), contact: map.optional("contact")?.text(),
            base: map.optional("baseURL").flatMap(base),
            population: map.optional("population").map(population) ?? [])
    }

    /// An address of the web with a slash at its end.
    private static func base(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        let endpoint = Endpoint(url: text)
        guard let endpoint, endpoint.isProxy, !endpoint.hasLogin, text.hasSuffix("/") else {
            value.report(
                Wording(
                    ja: "「\(text)」は、サイトを置く場所のURLになりません。",
                    en: "`\(text)` is no URL of the place where the site will stand."),
                remedy: Wording(
                    ja: "https://www.city.example.jp/shirube/ のように、最後に / を付けて書いてください。",
                    en:
                        "Write it like https://www.city.example.jp/shirube/, with a slash at its end."
                ))
            return nil
        }
        return text
    }

    private static func population(_ value: YAMLValue) -> [Publishing.Population] {
        var counts: [Publishing.Population] = []
        for item in value.items() ?? [] {
            let count = item.map { map -> Publishing.Population? in
                let day = map.required("on")?.date()
                let persons = map.required("persons")?.integer(in: 1...100_000_000)
                let source = map.required("source")?.text()
                guard let day, let persons, let source else { return nil }
                return Publishing.Population(day: day, persons: persons, source: source)
            }
            guard let count else { continue }
            if counts.contains(where: { $0.day == count.day }) {
                item.reportTwice(count.day.description)
            }
            counts.append(count)
        }
        return counts.sorted { $0.day < $1.day }
    }
}
