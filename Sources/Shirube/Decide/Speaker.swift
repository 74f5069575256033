package import ShirubeCore

/// Who speaks in the record: where posts are configured, one that somebody holds on the day.
package enum Speaker {
    /// Why the name does not stand in the record.
    package struct Unknown: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Checks what was typed after `--by`.
    ///
    /// - Parameters:
    ///   - name: the post as typed; any name will do where there are no posts.
    ///   - posts: the posts of the configuration.
    ///   - day: the day on which it speaks.
    /// - Returns: the name.
    /// - Throws: `Unknown` where it is empty, no post, or one that nobody holds on the day.
    package static func checked(
        _ name: String, among posts: [Post], on day: CivilDate
    ) throws(Unknown) -> String {
        let held = posts.filter { !$0.routes(on: day).isEmpty }.map(\.id.text)
        let list = held.joined(separator: ", ")
        if name.isEmpty { throw .empty(list) }
        guard !posts.isEmpty, !held.contains(name) else { return name }
        if posts.contains(where: { $0.id.text == name }) { throw .vacant(name, on: day, list) }
        if let called = posts.first(where: { $0.name == name }) {
            throw .called(name, id: called.id.text)
        }
        throw .unknown(name, among: held, list)
    }
}

extension Speaker.Unknown {
    fileprivate static func empty(_ list: String) -> Self {
        Self(
            message: Wording(
                ja: "--by に職を書いてください" + (list.isEmpty ? "。" : "（\(list)）。"),
                en: "Say with --by which post speaks" + (list.isEmpty ? "." : " (\(list)).")))
    }

    fileprivate static func vacant(_ name: String, on day: CivilDate, _ list: String) -> Self {
        let when = day.longWording
        return Self(
            message: Wording(
                ja: "--by「\(name)」の職には、\(when.japanese)に就いている人がいません。ほかの職（\(list)）を書くか、"
                    + "設定の posts に任期を加えてください。",
                en:
                    "Nobody holds the post `\(name)` (--by) on \(when.english). Give another one (\(list)), "
                    + "or add a term to `posts`."))
    }

    fileprivate static func called(_ name: String, id: String) -> Self {
        Self(
            message: Wording(
                ja: "--by には、「\(Inert.line(name))」の代わりに、設定の posts にあるID \(id) を書いてください。",
                en:
                    "Write the id \(id) of `posts` after --by instead of the name `\(Inert.line(name))`."
            ))
    }

    fileprivate static func unknown(_ name: String, among held: [String], _ list: String) -> Self {
        let remedy = NearestWord.remedy(
            name, among: held,
            otherwise: Wording(
                ja: "posts にある職は \(list) です。", en: "The posts there are: \(list)."))
        return Self(
            message: Wording(
                ja: "--by「\(Inert.line(name))」という職は、設定の posts にありません。\(remedy.japanese)",
                en:
                    "--by `\(Inert.line(name))` is no post of the configuration (`posts`). \(remedy.english)"
            ))
    }
}
