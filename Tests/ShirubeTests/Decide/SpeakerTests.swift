import ShirubeCore
import Testing

@testable import Shirube

@Suite struct SpeakerTests {
    private let posts = [
        Post(
            id: Identifier("kacho"), name: "商工課長",
            terms: [Post.Term(from: nil, routes: [.mail(address: "a@city.example")])]),
        Post(
            id: Identifier("bucho"),
            terms: [
                Post.Term(
                    from: CivilDate(iso: "2022-04-01"), until: CivilDate(iso: "2023-03-31"),
                    routes: [.mail(address: "b@city.example")])
            ]),
    ]

    private func answer(_ name: String, _ posts: [Post], on day: String) throws -> String {
        let day = try #require(CivilDate(iso: day))
        do throws(Speaker.Unknown) {
            return try Speaker.checked(name, among: posts, on: day)
        } catch {
            return error.message.japanese + "|" + error.message.english
        }
    }

    @Test func `any name speaks where there are no posts, and none is no name`() throws {
        #expect(try answer("だれか", [], on: "2022-05-01") == "だれか")
        #expect(try answer("", [], on: "2022-05-01").hasPrefix("--by に職を書いてください。"))
        #expect(try answer("", posts, on: "2022-05-01").contains("（kacho, bucho）"))
    }

    @Test func `of posts those speak that somebody holds on the day`() throws {
        #expect(try answer("bucho", posts, on: "2022-05-01") == "bucho")
        let vacant = try answer("bucho", posts, on: "2023-04-01")
        #expect(vacant.contains("令和5年4月1日（土）に就いている人がいません。ほかの職（kacho）"))
        #expect(vacant.contains("Nobody holds the post `bucho` (--by) on Sat 1 Apr 2023"))
        #expect(try answer("kachou", posts, on: "2022-05-01").contains("「kacho」ではありませんか"))
        #expect(try answer("市長", posts, on: "2022-05-01").contains("posts にある職は kacho, bucho"))
        #expect(try answer("商工課長", posts, on: "2022-05-01").contains("ID kacho を書いて"))
    }
}
