import ShirubeCore

/// Reads the posts, and who holds them when.
struct PostReader {
    /// The names of the channels that could be read.
    let channels: [String]

    /// The posts of the block `posts`, in its order.
    func posts(_ map: YAMLMap) -> [Post]? {
        map.allKeys().compactMap { name in
            guard let id = Identifier<Post>(checking: name) else {
                map.problems.add(
                    map.line(of: name),
                    Wording(
                        ja: "職の名前「\(name)」に使えない文字があるか、64文字を超えています。",
                        en: "The name of the post `\(name)` holds characters that it may not have, "
                            + "or is too long."),
                    remedy: Wording(
                        ja: "半角の英小文字、数字、ハイフンで、ハイフン以外から始めて64文字までにしてください。",
                        en: "Use a-z, 0-9 and -, at most 64, the first not a hyphen."))
                return nil
            }
            return map.required(name).flatMap { post(id, $0) }
        }
    }

    /// A list is the post's members; a block says what people call it besides.
    private func post(_ id: Identifier<Post>, _ value: YAMLValue) -> Post? {
        guard value.isBlock else {
            return value.items().map { Post(id: id, terms: terms($0)) }
        }
        return value.map { block in
            let name = block.required("name")?.text()
            guard let members = block.required("members")?.items() else { return nil }
            return Post(id: id, name: name, terms: terms(members))
        }
    }

    /// A list of addresses is one term without an end; a list of blocks is a term each.
    private func terms(_ items: [YAMLValue]) -> [Post.Term] {
        guard items.contains(where: \.isBlock) else {
            let addresses = RecipientReader.distinct(items) { $0.address() }
            guard !addresses.isEmpty else { return [] }
            return [Post.Term(from: nil, routes: addresses.map(Delivery.Route.mail))]
        }
        var terms: [(term: Post.Term, item: YAMLValue)] = []
        for item in items {
            guard let term = item.map(self.term) else { continue }
            if let other = terms.first(where: { Self.overlap($0.term, term) }) {
                reportOverlap(item, term, other: other.item)
            }
            terms.append((term, item))
        }
        return terms.map(\.term)
    }

    private func term(_ map: YAMLMap) -> Post.Term? {
        let from = map.required("from")?.date()
        let until = map.optional("until")
        let end = until?.date()
        let mail = map.optional("mail")?.items() ?? []
        let addresses = RecipientReader.distinct(mail) { $0.address() }
        let names = map.optional("channels")?.items() ?? []
        let posts = RecipientReader.distinct(names) { $0.channel(among: channels) }
        if !map.has("mail"), !map.has("channels") {
            map.problems.add(
                map.line,
                Wording(ja: "この任期には誰もいません。", en: "Nobody holds the post in this term."),
                remedy: Wording(
                    ja: "mail か channels を書いてください。誰もいない間は、前の任期に until を書きます。",
                    en: "Write `mail` or `channels`; a time without anybody is an `until` of the "
                        + "term before."))
        }
        if let from, let until, let end, end < from {
            until.report(
                Wording(
                    ja: "任期の終わり（\(end)）が始まり（\(from)）より前です。",
                    en: "The term ends (\(end)) before it begins (\(from))."),
                remedy: Wording(ja: "どちらかの日付を直してください。", en: "Mend one of the dates."))
            return nil
        }
        let routes =
            addresses.map(Delivery.Route.mail) + posts.map(Delivery.Route.webhook(channel:))
        return from.map { Post.Term(from: $0, until: end, routes: routes) }
    }

    /// Whether two terms cannot follow each other: they begin together, or one has an end that lies in the other.
    private static func overlap(_ one: Post.Term, _ other: Post.Term) -> Bool {
        guard let from = one.from, let start = other.from else { return true }
        if from == start { return true }
        let (earlier, later) = from < start ? (one, start) : (other, from)
        return earlier.until.map { $0 >= later } ?? false
    }

    private func reportOverlap(_ item: YAMLValue, _ term: Post.Term, other: YAMLValue) {
        let from = term.from.map { "\($0)" } ?? ""
        item.report(
            Wording(
                ja: "\(from)からの任期が、\(other.line)行目の任期と重なっています。",
                en: "The term from \(from) overlaps the one on line \(other.line)."),
            remedy: Wording(
                ja: "from か until を直してください（until がなければ、次の任期が始まるまでです）。",
                en: "Mend `from` or `until`; without `until` a term lasts until the next begins."))
    }
}

extension YAMLValue {
    /// The name of a channel that there is.
    func channel(among channels: [String]) -> String? {
        guard let name = text() else { return nil }
        if channels.contains(name) { return name }
        report(
            Wording(
                ja: "「\(name)」というチャンネルはありません。",
                en: "There is no channel `\(name)`."),
            remedy: NearestWord.remedy(
                name, among: channels,
                otherwise: Wording(
                    ja: "channels にその名前のチャンネルを加えてください。",
                    en: "Add a channel of that name to `channels`.")))
        return nil
    }
}

/// Reads lists of recipients.
struct RecipientReader {
    /// The ids of the posts that could be read.
    let posts: [String]

    /// The entries of a list: addresses, and ids of posts.
    func entries(_ value: YAMLValue) -> [Routing.Entry] {
        Self.distinct(value.items() ?? [], entry)
    }

    private func entry(_ item: YAMLValue) -> Routing.Entry? {
        guard let text = item.text() else { return nil }
        if text.contains("@") {
            return item.address().map { .route(.mail(address: $0)) }
        }
        if posts.contains(text) { return .post(Identifier(text)) }
        item.report(
            Wording(ja: "「\(text)」という職はありません。", en: "There is no post `\(text)`."),
            remedy: NearestWord.remedy(
                text, among: posts,
                otherwise: Wording(
                    ja: "posts にその職を加えるか、メールアドレスを書いてください。",
                    en: "Add that post to `posts`, or write a mail address.")))
        return nil
    }

    /// What the items say, each thing once; one that stands twice is reported.
    static func distinct<Thing: Equatable>(
        _ items: [YAMLValue], _ read: (YAMLValue) -> Thing?
    ) -> [Thing] {
        var things: [Thing] = []
        for item in items {
            guard let thing = read(item) else { continue }
            if things.contains(thing), let text = item.text() { item.reportTwice(text) }
            things.append(thing)
        }
        return things
    }
}
