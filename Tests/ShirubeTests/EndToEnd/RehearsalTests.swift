import Foundation
import Testing

@Suite struct RehearsalTests {
    @Test func `a daemon follows the clock that a file moves, and says when all is done`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0)
        let rehearsal = try await Rehearsal(city, from: "2022-10-01T08:00")
        try city.drop("a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n")
        try await rehearsal.move(to: "2022-10-14T12:00")
        #expect(city.folder.names("drops/kogyo-koyo/accepted").count == 1)
        #expect(try city.server.arrivals(".eml").isEmpty)
        try await rehearsal.move(to: "2022-10-17T09:00")
        #expect(try city.server.arrivals(".eml").count == 2)
        try await rehearsal.killAndRestart()
        try await rehearsal.settle()
        #expect(try city.server.arrivals(".eml").count == 2)
        #expect(try await rehearsal.stop().contains("stopped"))
    }

    @Test func `a clock without a moment is refused`() async throws {
        let city = try await TestCity()
        try city.folder.write("time", "soon\n")
        let result = try await city.start(
            ["serve", "--config", city.configuration, "--clock", "@time"]
        ).end()
        #expect(result.code == 69)
        #expect(result.errors.contains("time holds no moment"))
    }
}
