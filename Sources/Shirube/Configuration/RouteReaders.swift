import ShirubeCore

/// Reads who gets what.
struct RouteReader {
    /// Whether the file has a `mail` block.
    let hasMail: Bool
    /// The names of the channels that could be read.
    let channels: [String]

    /// The blocks `posts` and `routes`, and the lines of the lists of recipients.
    func routes(_ map: YAMLMap) -> (routes: Configuration.Routes, lines: RouteLines) {
        let posts = map.optional("posts")?.map(PostReader(channels: channels).posts) ?? []
        let names = map.optional("posts")?.keys ?? []
        let recipients = RecipientReader(posts: names)
        var lines = RouteLines()
        var routes = Configuration.Routes(posts: posts)
        map.optional("routes")?.visit { block in
            lines.routes = map.line(of: "routes")
            routes = self.routes(block, posts: posts, recipients, &lines)
        }
        checkMail(map, routes)
        return (routes, lines)
    }

    private func routes(
        _ block: YAMLMap, posts: [Post], _ recipients: RecipientReader, _ lines: inout RouteLines
    ) -> Configuration.Routes {
        var departments: [String: [Role: [Routing.Entry]]] = [:]
        block.optional("departments")?.visit { map in
            for key in map.allKeys() {
                lines.departments.append((key, map.line(of: key)))
                departments[key] = map.required(key).map { department($0, recipients) } ?? [:]
            }
        }
        for role in [Role.planning, .executives] {
            lines.roles[role] = block.line(of: role.rawValue)
        }
        let summary = block.optional("summary")?.map { map in
            let mail = map.optional("mail").map(recipients.entries) ?? []
            let names = map.optional("channels")?.items() ?? []
            let posts = RecipientReader.distinct(names) { $0.channel(among: channels) }
            return mail + posts.map { .route(.webhook(channel: $0)) }
        }
        return Configuration.Routes(
            posts: posts, departments: departments,
            planning: block.optional("planning").map(recipients.entries) ?? [],
            executives: block.optional("executives").map(recipients.entries) ?? [],
            summary: summary ?? [])
    }

    /// A list is the department's staff; a block names a list for each role.
    private func department(
        _ value: YAMLValue, _ recipients: RecipientReader
    ) -> [Role: [Routing.Entry]] {
        guard value.isBlock else { return [.staff: recipients.entries(value)] }
        return value.map { map in
            let staff = map.required(Role.staff.rawValue).map(recipients.entries) ?? []
            let heads = [Role.manager, .director].compactMap { role in
                map.optional(role.rawValue).map { (role, recipients.entries($0)) }
            }
            return Dictionary(heads + [(.staff, staff)], uniquingKeysWith: { first, _ in first })
        } ?? [:]
    }

    private func checkMail(_ map: YAMLMap, _ routes: Configuration.Routes) {
        guard !hasMail, routes.namesMail else { return }
        map.problems.add(
            map.line(of: map.has("routes") ? "routes" : "posts"),
            Wording(
                ja: "メールの送り先がありますが、送り方（mail）がありません。",
                en: "There are mail addresses, but no `mail` block says how mail leaves."),
            remedy: Wording(
                ja: "mail に host と from を書いてください。",
                en: "Write a `mail` block with `host` and `from`."))
    }
}

/// Where the lists of recipients stand.
struct RouteLines: Sendable {
    /// The line of `routes`; nil where it is not written.
    var routes: Int?
    /// The departments named under `routes`, each with its line.
    var departments: [(name: String, line: Int)] = []
    /// The line of each role's list.
    var roles: [Role: Int] = [:]
}

extension Configuration.Routes {
    /// Whether anybody is to be told by mail.
    fileprivate var namesMail: Bool {
        let lists = departments.values.flatMap(\.values) + [planning, executives, summary]
        let routes = posts.flatMap(\.terms).flatMap(\.routes)
        let entries = lists.joined().map { entry in
            if case .route(let route) = entry { [route] } else { [] as [Delivery.Route] }
        }
        return (routes + entries.joined()).contains { route in
            if case .mail = route { true } else { false }
        }
    }
}
