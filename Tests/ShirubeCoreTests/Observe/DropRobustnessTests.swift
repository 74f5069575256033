import ShirubeCore
import Testing

@Suite struct DropRobustnessTests {
    /// SplitMix64 (Steele, Lea, Flood 2014): the same inputs in every run.
    private struct Sequence {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    }

    private func checkInvariants(_ drop: ParsedDrop) {
        #expect(drop.isAcceptable == !drop.readings.isEmpty)
        #expect(drop.findings.allSatisfy { Rule(rawValue: $0.rule) != nil })
    }

    @Test func `no bytes stop the parser`() {
        var random = Sequence(state: 1)
        let alphabet = Array("指標ID年度期間実績値,\"\n\r\t△0123456789.-月第四半QR(".utf8)
        for round in 0..<20_000 {
            let bytes = (0..<random.below(40)).map { _ in
                round % 2 == 0
                    ? UInt8(truncatingIfNeeded: random.next())
                    : alphabet[random.below(alphabet.count)]
            }
            checkInvariants(Drop.parse(bytes))
        }
    }

    @Test(arguments: [
        "tidy-utf8.csv", "tidy-cp932.csv", "tidy-utf16le.txt", "wide-cp932.csv", "wide-utf8.csv",
    ])
    func `a damaged file is refused or read, never more`(name: String) throws {
        let original = try Fixture.bytes("Observe/" + name)
        var random = Sequence(state: 2)
        for _ in 0..<500 {
            var bytes = original
            for _ in 0...random.below(4) {
                let position = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[position] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: position)
                case 2: bytes.insert(Array("\",\n\r\t".utf8)[random.below(5)], at: position)
                default: bytes.removeLast(min(bytes.count - 1, random.below(40)))
                }
            }
            checkInvariants(Drop.parse(bytes, fileName: name))
        }
    }
}
