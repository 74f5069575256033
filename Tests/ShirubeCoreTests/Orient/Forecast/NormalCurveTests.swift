import Testing

@testable import ShirubeCore

/// The expected values are mpmath's (1.4.1), to 30 digits.
@Suite struct NormalCurveTests {
    @Test(
        arguments: [
            (-8, 6.22096057427178412e-16), (-3.5, 0.000232629079035525036),
            (-1.28, 0.100272567954442093), (-0.1, 0.460172162722971019),
            (0.5, 0.691462461274013104), (1.959963984540054, 0.974999999999999986),
            (6, 0.999999999013412355),
        ] as [(Double, Double)])
    func `the share below a number is known to fourteen decimals`(
        _ number: Double, _ expected: Double
    ) {
        #expect((NormalCurve.share(below: number) - expected).magnitude < 1e-14)
    }

    @Test(
        arguments: [
            (1e-10, -6.3613409024040562), (0.005, -2.57582930354890076),
            (0.1, -1.28155156554460047), (0.45, -0.125661346855074034), (0.9, 1.28155156554460047),
            (0.999, 3.09023230616781354),
        ] as [(Double, Double)])
    func `the number that a share lies below is known to thirteen decimals`(
        _ level: Double, _ expected: Double
    ) {
        #expect((NormalCurve.quantile(at: level) - expected).magnitude < 1e-13)
    }
}
