import ShirubeCore
import Testing

@Suite struct DropRobustnessTests {
    private func checkInvariants(_ drop: ReadDrop) {
        #expect(drop.isAcceptable == !drop.readings.isEmpty)
        #expect(drop.findings.allSatisfy { Rule(rawValue: $0.rule) != nil })
    }

    @Test func `no bytes stop the parser`() {
        var random = SeededSequence(state: 1)
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
        var random = SeededSequence(state: 2)
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
