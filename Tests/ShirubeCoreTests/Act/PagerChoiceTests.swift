import ShirubeCore
import Testing

@Suite struct PagerChoiceTests {
    private func arguments(_ environment: [String: String]) -> [String]? {
        PagerChoice(environment, isPrivileged: false)?.arguments
    }

    @Test func `the city's own variable comes before the common one, and both before less`() {
        #expect(arguments([:]) == ["less", "-FRX"])
        #expect(arguments(["PAGER": "more  -d"]) == ["more", "-d"])
        #expect(
            arguments(["PAGER": "more", "SHIRUBE_PAGER": "/opt/my less"]) == ["/opt/my", "less"])
    }

    @Test func `an empty variable, or cat, means no pager`() {
        #expect(arguments(["PAGER": ""]) == nil)
        #expect(arguments(["PAGER": "more", "SHIRUBE_PAGER": " "]) == nil)
        #expect(arguments(["PAGER": "cat"]) == nil)
    }

    @Test func `less is told what the text is, unless its user has`() {
        let plain = PagerChoice(["PAGER": "less"], isPrivileged: false)
        #expect(plain?.environment == ["LESSCHARSET": "utf-8", "LESS": "FRX"])
        let own = PagerChoice(
            ["PAGER": "less", "LESS": "-S", "LESSCHARSET": "dos"], isPrivileged: false)
        #expect(own?.environment == [:])
    }

    @Test func `with borrowed rights nothing runs but less, which may then start nothing`() {
        for environment in [[:], ["PAGER": "vim"], ["SHIRUBE_PAGER": ""]] {
            let choice = PagerChoice(environment, isPrivileged: true)
            #expect(choice?.arguments == ["less", "-FRX"])
            #expect(choice?.environment["LESSSECURE"] == "1")
        }
    }
}
