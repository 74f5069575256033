import Foundation
import ShirubeCore
import Testing

@Suite struct CP932CodecTests {
    @Test func `the codec differs from Python's and glibc's exactly where the list says so`()
        async throws
    {
        let folder = try TemporaryFolder()
        try folder.write("ours.txt", Self.everything())
        let script = TestServer.root.appending(path: "scripts/check-cp932.py").path
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: [script, folder.path + "/ours.txt"], environment: [:], folder: "/")
        let result = try await program.end()
        #expect(result.code == 0, "\(result.errors)")
        try Golden.expect(result.output, "cp932-differences.txt")
    }

    /// What every sequence of one or two bytes decodes to, and every character of the BMP encodes to.
    private static func everything() -> String {
        var lines: [String] = []
        lines.reserveCapacity(130_000)
        for byte in UInt8.min...UInt8.max { lines.append(decoded([byte])) }
        for lead in UInt8.min...UInt8.max {
            for trail in UInt8.min...UInt8.max { lines.append(decoded([lead, trail])) }
        }
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = try? CP932.encode(String(scalar))
            let shown = bytes.map { $0.map { hexadecimal(UInt32($0), 2) }.joined() }
            lines.append("encode \(hexadecimal(value, 4)) \(shown ?? "-")\n")
        }
        return lines.joined()
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        let name = bytes.map { hexadecimal(UInt32($0), 2) }.joined()
        let text = (try? CP932.decode(bytes[...])).map { String(decoding: $0, as: UTF8.self) }
        let shown = text.map { text in
            text.unicodeScalars.map { hexadecimal($0.value, 4) }.joined(separator: "+")
        }
        return "decode \(name) \(shown ?? "-")\n"
    }

    private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
