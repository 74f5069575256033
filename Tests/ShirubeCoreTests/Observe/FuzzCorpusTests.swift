import Foundation
import Testing

@Suite struct FuzzCorpusTests {
    private static let corpus = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/corpus")

    @Test func `what the fuzzer keeps is read as every drop is, and is kept small`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
        #expect((10...200).contains(names.count))
        for name in names {
            let bytes = Array(try Data(contentsOf: Self.corpus.appending(path: name)))
            #expect(bytes.count <= 4_098, "\(name)")
            let violation = try DropInvariants.violation(of: bytes)
            #expect(violation == nil, "\(name)")
        }
    }
}
