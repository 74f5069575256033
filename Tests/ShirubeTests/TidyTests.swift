import Testing

/// The project's style, as far as a program can see it; CONTRIBUTING.md says it in words.
///
/// Each rule is a function of text in `Tidy/`, and `TidyRuleTests` shows of each that it finds an offender.
@Suite struct TidyTests {
    @Test func `there is a tree to look at`() {
        #expect(Checkout.sources.count > 50)
        #expect(Checkout.tests.count > 20)
        #expect(Checkout.paths.contains("README.md"))
    }

    @Test func `each module is imported only where it belongs, and the core imports nothing`() {
        expectNone(Checkout.sources.flatMap(ImportRule.offences))
    }

    @Test func `clocks, chance, environment and output are reached in one place each`() {
        expectNone(Checkout.sources.flatMap(WordRule.offences))
    }

    @Test func `a file holds one idea, and a function fits on a screen`() {
        let all = Checkout.sources + Checkout.tests
        expectNone(all.flatMap(LengthRule.fileOffences))
        expectNone(all.flatMap(LengthRule.bodyOffences))
    }

    @Test func `whatever other targets may use says what it is`() {
        expectNone(Checkout.sources.flatMap(DocumentationRule.offences))
    }

    @Test func `nothing is unwrapped by force, and every claim of safety has its proof`() {
        expectNone((Checkout.sources + Checkout.tests).flatMap(ProofRule.offences))
    }

    @Test func `every source file is tested under its name`() {
        let tests = Checkout.tests.filter { !$0.path.contains("/Tidy") }
        expectNone(CoverageRule.offences(sources: Checkout.sources, tests: tests))
    }

    @Test func `every link leads somewhere, and every page that is spoken of is there`() {
        for path in Checkout.paths where !path.hasPrefix("Tests/ShirubeTests/Tidy") {
            guard let text = Checkout.text(path) else { continue }
            if path.hasSuffix(".md") {
                expectNone(LinkRule.offences(path: path, text: text, exists: Checkout.exists))
            }
            expectNone(LinkRule.mentionOffences(path: path, text: text, exists: Checkout.exists))
        }
    }

    @Test func `nothing is left to do, and nothing points to where it was made`() {
        for path in Checkout.paths {
            guard let text = Checkout.text(path) else { continue }
            expectNone(MarkRule.offences(path: path, text: text))
        }
    }

    /// Tells of each offence in a line of its own.
    private func expectNone(_ offences: [Offence]) {
        for offence in offences { Issue.record("\(offence)") }
    }
}
