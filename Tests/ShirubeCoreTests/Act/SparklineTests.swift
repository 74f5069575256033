import ShirubeCore
import Testing

@Suite struct SparklineTests {
    @Test func `the lowest value is the lowest block, the highest the highest, and a gap a point`()
    {
        #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
        #expect(Sparkline.text([100, nil, 101]) == "▁·█")
        #expect(Sparkline.text([-5, 0, 5]) == "▁▅█")
        #expect(Sparkline.text([]) == "")
    }

    @Test func `values that do not differ lie in the middle`() {
        #expect(Sparkline.text([3, 3, nil, 3]) == "▄▄·▄")
        #expect(Sparkline.text([0]) == "▄")
        #expect(Sparkline.text([nil]) == "·")
    }

    @Test func `numbers of any size are drawn`() {
        let most = Double.greatestFiniteMagnitude
        #expect(Sparkline.text([-most, 0, most]) == "▁▅█")
        #expect(Sparkline.text([.infinity, 1, .nan, 2]) == "·▁·█")
    }
}
