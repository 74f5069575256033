import ShirubeCore
import Testing

@Suite struct RoutingTests {
    private let kanko: Identifier<Department> = Identifier("kanko")
    private let tanto = Post(
        id: Identifier("tanto"),
        terms: [
            Post.Term(from: day("2027-04-01"), routes: [mail("b")]),
            Post.Term(
                from: day("2026-04-01"), routes: [mail("a"), .webhook(channel: "planning")]),
            Post.Term(
                from: day("2028-04-01"), until: day("2028-12-31"), routes: [mail("c")]),
            Post.Term(from: day("2029-01-05"), routes: [mail("d")]),
        ])

    private func routing(_ staff: [Routing.Entry]) -> Routing {
        Routing(posts: [tanto], departments: [kanko: [.staff: staff]])
    }

    @Test func `a term begins on its day and ends where the next one begins`() {
        #expect(tanto.routes(on: day("2026-03-31")).isEmpty)
        #expect(
            tanto.routes(on: day("2026-04-01")) == [
                mail("a"), .webhook(channel: "planning"),
            ])
        #expect(tanto.routes(on: day("2027-03-31")).count == 2)
        #expect(tanto.routes(on: day("2027-04-01")) == [mail("b")])
    }

    @Test func `a term with an end leaves the post vacant until the next`() {
        #expect(tanto.routes(on: day("2028-12-31")) == [mail("c")])
        #expect(tanto.routes(on: day("2029-01-01")).isEmpty)
        #expect(tanto.routes(on: day("2029-01-04")).isEmpty)
        #expect(tanto.routes(on: day("2029-01-05")) == [mail("d")])
    }

    @Test func `a post without dates is held always`() {
        let post = Post(id: Identifier("p"), terms: [Post.Term(from: nil, routes: [mail("x")])])
        #expect(post.routes(on: day("1999-01-01")) == [mail("x")])
        #expect(post.routes(on: day("2199-12-31")) == [mail("x")])
    }

    @Test func `a recipient knows the post by which it is told, and is named once`() {
        let routing = routing([
            .post(tanto.id), .route(mail("a")), .route(mail("z")),
        ])
        #expect(
            routing.recipients(of: .staff, department: kanko, on: day("2026-05-01")) == [
                Recipient(route: mail("a"), post: tanto.id),
                Recipient(route: .webhook(channel: "planning"), post: tanto.id),
                Recipient(route: mail("z")),
            ])
    }

    @Test func `a role of another department, or one that nobody fills, has no recipients`() {
        let routing = routing([.post(tanto.id)])
        let on = day("2026-05-01")
        #expect(routing.recipients(of: .manager, department: kanko, on: on).isEmpty)
        #expect(routing.recipients(of: .staff, department: Identifier("x"), on: on).isEmpty)
        #expect(routing.recipients(of: .staff, on: on).isEmpty)
        #expect(routing.recipients(of: .executives, on: on).isEmpty)
    }

    @Test func `the first day on which nobody is told is found, today included`() {
        let routing = routing([.post(tanto.id)])
        let gap = { routing.gap(in: .staff, department: kanko, from: day($0)) }
        #expect(gap("2026-01-15") == day("2026-01-15"))
        #expect(gap("2026-04-01") == day("2029-01-01"))
        #expect(gap("2029-01-03") == day("2029-01-03"))
        #expect(gap("2029-01-05") == nil)
    }

    @Test func `an address beside a vacant post, or a list that is not there, is no gap`() {
        let mixed = routing([.post(tanto.id), .route(mail("z"))])
        #expect(mixed.gap(in: .staff, department: kanko, from: day("2026-01-01")) == nil)
        #expect(mixed.gap(in: .director, department: kanko, from: day("2026-01-01")) == nil)
    }

    @Test func `a post that the routing does not know is vacant`() {
        let routing = Routing(planning: [.post(Identifier("gone"))])
        #expect(routing.gap(in: .planning, from: day("2026-01-01")) == day("2026-01-01"))
        #expect(routing.usedPosts == [Identifier("gone")])
    }

    @Test func `the summary goes to executives, heads, planning and further ones, each once`() {
        let entry = { (name: String) in Routing.Entry.route(mail(name)) }
        let routing = Routing(
            departments: [
                kanko: [
                    .staff: [entry("staff")], .manager: [entry("kacho")],
                    .director: [entry("bucho")],
                ],
                Identifier("shoko"): [.director: [entry("bucho")]],
            ],
            planning: [entry("kikaku")], executives: [entry("mayor")],
            further: [entry("kikaku"), entry("council")])
        #expect(
            routing.summaryRecipients(
                departments: [kanko, Identifier("shoko")], on: day("2026-04-01")
            ).map(\.route)
                == ["mayor", "bucho", "kacho", "kikaku", "council"].map(mail))
    }
}

private func mail(_ name: String) -> Delivery.Route { .mail(address: "\(name)@city.example.jp") }
