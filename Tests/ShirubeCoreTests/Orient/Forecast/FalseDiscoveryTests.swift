import Testing

@testable import ShirubeCore

@Suite struct FalseDiscoveryTests {
    @Test func `the largest p-value under its line takes the smaller ones with it`() {
        // Lines at 10 %: 0.02, 0.04, 0.06, 0.08, 0.1. The third is above its own, the fourth is not.
        let found = FalseDiscovery.findings(pValues: [0.079, 0.9, 0.01, 0.065, 0.03])
        #expect(found == [true, false, true, true, true])
    }

    @Test func `nothing is found among nothing, or where all is chance`() {
        #expect(FalseDiscovery.findings(pValues: []) == [])
        #expect(FalseDiscovery.findings(pValues: [0.5, 0.2, 0.11]) == [false, false, false])
    }
}
