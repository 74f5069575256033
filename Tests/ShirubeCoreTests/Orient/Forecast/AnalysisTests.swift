import Testing

@testable import ShirubeCore

/// The expected values are mpmath's (1.4.1), to 30 digits.
@Suite struct AnalysisTests {
    private func isClose(_ value: Double, _ expected: Double) -> Bool {
        (value - expected).magnitude <= 5e-16 * expected.magnitude
    }

    @Test(
        arguments: [
            (-700, 9.85967654375977086e-305), (-20.5, 1.25015286638674263e-9),
            (-1, 0.367879441171442322), (-0.001, 0.999000499833374992), (0.3, 1.3498588075760031),
            (1, 2.71828182845904524), (12.25, 208981.288869712962), (700, 1.01423205473500451e304),
        ] as [(Double, Double)])
    func `the exponential has all its digits`(_ number: Double, _ expected: Double) {
        #expect(isClose(Analysis.exp(number), expected))
    }

    @Test(
        arguments: [
            (1e-300, -690.775527898213705), (0.001, -6.90775527898213705),
            (0.5, -0.693147180559945309), (1.4142, 0.346564000188003379), (3, 1.09861228866810969),
            (834.5, 6.72683274310188977), (1e200, 460.517018598809137),
        ] as [(Double, Double)])
    func `the logarithm has all its digits`(_ number: Double, _ expected: Double) {
        #expect(isClose(Analysis.ln(number), expected))
    }

    @Test func `the two undo each other, and have their limits`() {
        for step in -300...300 {
            let x = Double(step) / 7
            #expect((Analysis.ln(Analysis.exp(x)) - x).magnitude < 1e-13)
        }
        #expect(Analysis.exp(0) == 1)
        #expect(Analysis.ln(1) == 0)
        #expect(Analysis.exp(-1000) == 0)
        #expect(Analysis.exp(1000) == .infinity)
        #expect(Analysis.ln(0) == -.infinity)
        #expect(Analysis.ln(-1).isNaN)
    }
}
