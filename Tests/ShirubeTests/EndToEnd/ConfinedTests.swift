import Foundation
import Glibc
import Testing

@Suite struct ConfinedTests {
    private static let good = "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n"

    @Test(arguments: [ENOSYS, EPERM, E2BIG])
    func `drops are taken in where a sandbox does not know openat2, links still refused`(
        number: Int32
    ) async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        let outside = city.folder.path + "/outside.csv"
        try city.folder.write("outside.csv", Self.good)
        unsafe symlink(outside, city.folder.path + "/drops/kogyo-koyo/link.csv")
        // Claimed already, as if it had been swapped in after the look.
        let claim = "\(city.folder.path)/drops/kogyo-koyo/.claimed/earlier"
        try FileManager.default.createDirectory(atPath: claim, withIntermediateDirectories: true)
        unsafe symlink(outside, claim + "/swapped.csv")
        let result = try await city.start(
            ["once", "--now", "2022-10-17", "--config", city.configuration],
            confined: .openat2(error: number)
        ).end()
        #expect(result.output == "受理1件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 2)
    }

    @Test func `openat2 is what opens the drops wherever the system has it`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        // An answer that nothing is tried after: if it arrives, the call was made.
        let result = try await city.start(
            ["once", "--now", "2022-10-17", "--config", city.configuration],
            confined: .openat2(error: EXDEV)
        ).end()
        #expect(result.code != 0)
        #expect(city.folder.names("drops/kogyo-koyo").contains("a.csv"))
    }

    @Test func `content is archived where no file system gives files without a name`()
        async throws
    {
        let city = try await TestCity()
        // More than is copied at once.
        let padding = String(repeating: String(repeating: ",", count: 99) + "\n", count: 4_000)
        let text = Self.good + padding
        try city.drop("a.csv", "kogyo-koyo", text)
        let result = try await city.start(
            ["once", "--now", "2022-10-17", "--config", city.configuration],
            confined: .namelessFiles
        ).end()
        #expect(result.output == "受理1件、変更なし0件、差し戻し0件\n", "\(result.errors)")
        let folder = try #require(city.folder.names("state/archive").first { $0.count == 2 })
        #expect(city.folder.names("state/archive") == [folder])
        let names = city.folder.names("state/archive/" + folder)
        #expect(names.count == 1)
        #expect(try city.folder.text("state/archive/\(folder)/\(names[0])") == text)
    }
}
