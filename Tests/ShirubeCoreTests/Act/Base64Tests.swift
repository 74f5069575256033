import Foundation
import ShirubeCore
import Testing

@Suite struct Base64Tests {
    @Test func `every length up to 200 bytes is encoded as Foundation does`() {
        for count in 0...200 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            let expected = Data(bytes).base64EncodedString()
            #expect(String(decoding: Base64.encoded(bytes), as: UTF8.self) == expected)
            let lines = Data(bytes).base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
            let own = String(decoding: Base64.lines(bytes), as: UTF8.self)
            #expect(own == (lines.isEmpty ? "" : lines + "\r\n"))
            #expect(Base64.decoded(Base64.lines(bytes)) == bytes)
        }
    }

    @Test func `what is no base64 is not decoded`() {
        for text in ["QQ-=", "Q Q=", "あ"] { #expect(Base64.decoded(text.utf8) == nil) }
    }
}
