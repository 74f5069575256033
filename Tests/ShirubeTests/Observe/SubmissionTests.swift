import ShirubeCore
import Testing

@testable import Shirube

@Suite struct SubmissionTests {
    private let first = SampleSummary.strategy

    private func setup(_ strategies: [Strategy]) -> Setup {
        Setup(
            configuration: Configuration(
                file: "/c.yaml", strategies: ["/s.yaml"], state: "/state", drops: "/drops"),
            strategies: strategies)
    }

    private func find(
        _ department: String?, _ path: String, strategies: [Strategy]? = nil
    ) -> String {
        do throws(Sender.Unknown) {
            let sender = try Sender.find(
                department: department, strategy: nil, path: path,
                in: setup(strategies ?? [first]))
            return "\(sender.strategy.id)/\(sender.department.id)"
        } catch {
            return error.message.english
        }
    }

    @Test func `a file's folder says whose it is, also one folder deeper, unless somebody says it`()
    {
        let own = "\(first.id)/shoko"
        #expect(find(nil, "/drops/shoko/a.csv") == own)
        #expect(find(nil, "/drops/shoko/rejected/a.csv") == own)
        #expect(find("shoko", "/tmp/a.csv") == own)
        #expect(find(nil, "/shoko/a/b/c.csv").contains("Say it with --department"))
        #expect(find("nobody", "/drops/shoko/a.csv").contains("no department nobody"))
    }

    @Test func `a department of several strategies needs to be told apart`() {
        let both = [first, first]
        #expect(find("shoko", "/tmp/a.csv", strategies: both).contains("--strategy"))
        #expect(throws: Sender.Unknown.self) {
            try Sender.strategies("none", in: setup([first]))
        }
    }
}
