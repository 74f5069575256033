import Foundation
import Testing

@Suite struct ProfileTests {
    private static let file = """
        指標ID,年度,期間,今期の数
        m01-1-1,令和4年度,第1四半期,2
        ,,第2四半期,3\r\n
        """

    @Test func `the profile of a department counts by hand and in its folder`() async throws {
        let city = try await TestCity()
        try city.folder.write("R4.csv", Self.file)
        func drop(_ command: String) async throws -> TestCity.Result {
            try await city.start([
                "drop", command, "R4.csv", "--department", "kogyo-koyo", "--config",
                city.configuration,
            ]).end()
        }
        #expect(try await drop("check").code != 0)
        try city.writeConfiguration(
            "profiles:\n  kogyo-koyo: {headings: {今期の数: 実績値}, fillDown: [指標ID, 年度]}\n")
        let checked = try await drop("check")
        #expect(checked.code == 0, "\(checked.output)")
        let applied = try await drop("apply")
        #expect(applied.code == 0, "\(applied.output)\(applied.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 5)
    }
}
