/// In which capacity people are told of something.
package enum Role: String, Sendable, CaseIterable {
    /// Those in a department who report the figures (担当).
    case staff
    /// The head of the department (課長).
    case manager
    /// The head above it (部長).
    case director
    /// The planning division (政策推進課).
    case planning
    /// The mayor and those beside (市長・副市長).
    case executives

    /// The roles that each department fills for itself.
    package static let ofDepartment: [Role] = [.staff, .manager, .director]

    /// What the role is called.
    package var wording: Wording {
        switch self {
        case .staff: Wording(ja: "担当", en: "staff")
        case .manager: Wording(ja: "課長", en: "manager")
        case .director: Wording(ja: "部長", en: "director")
        case .planning: Wording(ja: "政策推進課", en: "planning division")
        case .executives: Wording(ja: "市長・副市長", en: "executives")
        }
    }
}

/// An address or a channel that a message goes to, and the post by which it gets it.
package struct Recipient: Sendable, Hashable {
    /// The way it goes.
    package let route: Delivery.Route
    /// The post whose member it is; nil where the configuration names the address itself.
    package let post: Identifier<Post>?
    /// What people call the post; nil where the configuration does not say.
    package let name: String?

    /// Makes a recipient.
    package init(route: Delivery.Route, post: Identifier<Post>? = nil, name: String? = nil) {
        self.name = name
        self.route = route
        self.post = post
    }

    /// The recipients without those whose route another one before has: one person is told once.
    package static func distinct(_ recipients: [Recipient]) -> [Recipient] {
        var seen: Set<Delivery.Route> = []
        return recipients.filter { seen.insert($0.route).inserted }
    }
}

/// Who gets what within one strategy (宛先).
package struct Routing: Sendable, Equatable {
    /// What a list of recipients names.
    package enum Entry: Sendable, Hashable {
        /// A post, and whoever holds it on the day.
        case post(Identifier<Post>)
        /// An address or a channel.
        case route(Delivery.Route)
    }

    private let posts: [Identifier<Post>: Post]
    private let departments: [Identifier<Department>: [Role: [Entry]]]
    private let planning: [Entry]
    private let executives: [Entry]
    private let further: [Entry]

    /// Makes a routing.
    ///
    /// - Parameters:
    ///   - posts: all posts that the lists name; a post that is missing here has no members.
    ///   - departments: the lists of each department's own roles.
    ///   - planning: the planning division.
    ///   - executives: the executives.
    ///   - further: who gets the quarterly summary besides.
    package init(
        posts: [Post] = [], departments: [Identifier<Department>: [Role: [Entry]]] = [:],
        planning: [Entry] = [], executives: [Entry] = [], further: [Entry] = []
    ) {
        self.posts = Dictionary(posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.departments = departments
        self.planning = planning
        self.executives = executives
        self.further = further
    }

    /// Who holds a role on a day, each address and channel once, in the order of the configuration.
    ///
    /// - Parameters:
    ///   - role: the role.
    ///   - department: whose staff, manager or director; not looked at for the other roles. A joint program asks for
    ///     each of its departments.
    ///   - day: the day in Japan.
    /// - Returns: the recipients; empty where the role is not filled.
    package func recipients(
        of role: Role, department: Identifier<Department>? = nil, on day: CivilDate
    ) -> [Recipient] {
        recipients(entries(of: role, department: department), on: day)
    }

    /// Who gets the quarterly summary on a day: the executives, the departments' managers and directors, the planning
    /// division, and who is named besides; each address and channel once.
    package func summaryRecipients(
        departments: [Identifier<Department>], on day: CivilDate
    ) -> [Recipient] {
        let heads = departments.flatMap { department in
            [Role.director, .manager].flatMap {
                recipients(of: $0, department: department, on: day)
            }
        }
        return Recipient.distinct(
            recipients(of: .executives, on: day) + heads + recipients(of: .planning, on: day)
                + recipients(further, on: day))
    }

    /// Who sees the quarterly summary before it is sent: the planning division, or where nobody is named for it, the staff
    /// of its department.
    package func previewRecipients(
        planningDepartment: Identifier<Department>, on day: CivilDate
    ) -> [Recipient] {
        let named = recipients(of: .planning, on: day)
        return named.isEmpty
            ? recipients(of: .staff, department: planningDepartment, on: day) : named
    }

    /// The first day from `day` on at which a role that is filled by a list has nobody; nil where it always has somebody,
    /// or where no list names anybody.
    package func gap(
        in role: Role, department: Identifier<Department>? = nil, from day: CivilDate
    ) -> CivilDate? {
        let entries = entries(of: role, department: department)
        let named = entries.compactMap { entry in
            if case .post(let id) = entry { posts[id] } else { nil }
        }
        guard !entries.isEmpty else { return nil }
        return ([day] + named.flatMap { $0.turns(from: day) }).sorted().first {
            recipients(entries, on: $0).isEmpty
        }
    }

    /// The posts that some list names.
    package var usedPosts: Set<Identifier<Post>> {
        let lists = departments.values.flatMap(\.values) + [planning, executives, further]
        return Set(
            lists.joined().compactMap { entry in
                if case .post(let id) = entry { id } else { nil }
            })
    }

    /// The addresses and channels to which anything may go on a day or later.
    package func routes(from day: CivilDate) -> Set<Delivery.Route> {
        let lists = departments.values.flatMap(\.values) + [planning, executives, further]
        return Set(
            lists.joined().flatMap { entry in
                switch entry {
                case .route(let route): [route]
                case .post(let id):
                    posts[id].map { post in
                        post.turns(from: day).flatMap { post.routes(on: $0) }
                    } ?? []
                }
            })
    }

    /// What the configuration names for a role.
    package func entries(of role: Role, department: Identifier<Department>? = nil) -> [Entry] {
        switch role {
        case .staff, .manager, .director:
            department.flatMap { departments[$0]?[role] } ?? []
        case .planning: planning
        case .executives: executives
        }
    }

    private func recipients(_ entries: [Entry], on day: CivilDate) -> [Recipient] {
        Recipient.distinct(
            entries.flatMap { entry in
                switch entry {
                case .route(let route): [Recipient(route: route)]
                case .post(let id):
                    (posts[id]?.routes(on: day) ?? []).map {
                        Recipient(route: $0, post: id, name: posts[id]?.name)
                    }
                }
            })
    }
}
