import ShirubeCore
import Testing

struct AimTests {
    @Test func `what binary fractions add is forgiven, a real difference is not`() {
        #expect(Closeness.isEqual(0.1 + 0.2, 0.3))
        #expect(Closeness.isAtLeast(0.7 + 0.1, 0.8))
        #expect(!Closeness.isAtLeast(0.799_999, 0.8))
        #expect(!Closeness.isEqual(0, 1e-300))
        #expect(Closeness.isAtLeast(-100, -100) && !Closeness.isAtLeast(-101, -100))
    }

    @Test func `less is better by sense, and always for K10 and K11`() {
        #expect(indicator(.level, target: 1, sense: .atMost).wantsLess)
        #expect(indicator(.reduction, target: 1).wantsLess)
        #expect(indicator(.ceiling, target: 1).wantsLess)
        #expect(!indicator(.level, target: 1, sense: .maintain).wantsLess)
    }

    @Test func `what is held at its target is said by kind and sense, never by the sign`() {
        #expect(indicator(.floor, target: 1).isHeldAtTarget)
        #expect(indicator(.level, baseline: 1, target: 2, sense: .maintain).isHeldAtTarget)
        #expect(indicator(.level, baseline: 3, target: 2).isHeldAtTarget)
        #expect(!indicator(.level, baseline: 3, target: 2, sense: .atMost).isHeldAtTarget)
        #expect(!indicator(.level, target: 2).isHeldAtTarget)
        #expect(!indicator(.planSum, baseline: 65, target: 50).isHeldAtTarget)
    }

    @Test func `a milestone aims at its last stage, whatever its printed target`() {
        #expect(indicator(.milestone, target: 6).aim == 1)
        #expect(indicator(.level, target: 6).aim == 6)
    }

    @Test func `the plan starts in April, for calendar years in January`() {
        let city = strategy([])
        #expect(city.planStart(.fiscal) == period("FY2020-04").absoluteMonths.lowerBound)
        #expect(city.planStart(.calendar) == period("CY2020-01").absoluteMonths.lowerBound)
    }
}
