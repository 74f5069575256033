/// A role in the city hall (職) that lasts while the people who hold it come and go.
package struct Post: Sendable, Equatable {
    /// Who holds the post from a day on.
    package struct Term: Sendable, Equatable {
        /// The first day; nil where the post has been held so from ever.
        package let from: CivilDate?
        /// The last day; nil where it lasts until the next term, or for good.
        package let until: CivilDate?
        /// The members' addresses and channels, at least one.
        package let routes: [Delivery.Route]

        /// Makes a term.
        package init(from: CivilDate?, until: CivilDate? = nil, routes: [Delivery.Route]) {
            self.from = from
            self.until = until
            self.routes = routes
        }

        /// Whether the term has begun by a day.
        fileprivate func hasBegun(by day: CivilDate) -> Bool { from.map { $0 <= day } ?? true }
    }

    /// Its id in the configuration.
    package let id: Identifier<Post>
    /// What people call it, such as 工業・雇用振興課長; nil where the configuration does not say.
    package let name: String?
    /// Its terms by first day; each ends where the next one begins.
    package let terms: [Term]

    /// Makes a post; terms may come in any order.
    package init(id: Identifier<Post>, name: String? = nil, terms: [Term]) {
        self.id = id
        self.name = name
        self.terms = terms.sorted { left, right in
            guard let end = right.from else { return false }
            return left.from.map { $0 < end } ?? true
        }
    }

    /// The addresses and channels of those who hold the post on a day; empty where nobody does.
    package func routes(on day: CivilDate) -> [Delivery.Route] {
        // The newest term counts, also where it has ended: a term before it does not come back.
        guard let term = terms.last(where: { $0.hasBegun(by: day) }),
            term.until.map({ day <= $0 }) ?? true
        else { return [] }
        return term.routes
    }

    /// The days from `day` on at which who holds the post may change, `day` among them, in order.
    package func turns(from day: CivilDate) -> [CivilDate] {
        let edges = terms.flatMap { [$0.from, $0.until?.adding(days: 1)] }.compactMap { $0 }
        return ([day] + edges.filter { $0 > day }).sorted()
    }
}
