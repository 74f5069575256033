import Foundation
import Testing

/// `shirube publish` by the real program, of a city that has sent its summary.
@Suite struct PublishCommandTests {
    @Test func `everyone sees what was sent and nothing since, the city hall what is known now`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0)
        let site = city.folder.path + "/site"
        let early = try await city.run("publish", site)
        #expect(early.code == 65 && early.errors.contains("まだない"))
        #expect(!FileManager.default.fileExists(atPath: site))
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,71\n")
        try await rehearsal.move(to: "2022-10-17T09:00")
        try await rehearsal.move(to: "2022-10-18T15:00")
        try await rehearsal.drop(
            "b.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,93\n")
        _ = try await rehearsal.stop()
        let published = try await city.run("publish", site, "--as-of", "2022-10-18")
        #expect(published.code == 0, "\(published.errors)")
        let page = try String(contentsOfFile: site + "/kpi/m01-1-1.html", encoding: .utf8)
        #expect(page.contains("71人") && !page.contains("93人"))
        let archive = try String(contentsOfFile: site + "/archive.html", encoding: .utf8)
        #expect(archive.contains("archive/FY2022Q2-1.html"))
        let again = try await city.run("publish", site, "--as-of", "2022-10-18")
        #expect(again.output.contains("うち0件"))
        let inner = city.folder.path + "/inner"
        let internally = try await city.run(
            "publish", inner, "--edition", "internal", "--as-of", "2022-10-18")
        #expect(internally.code == 0, "\(internally.errors)")
        let known = try String(contentsOfFile: inner + "/kpi/m01-1-1.html", encoding: .utf8)
        #expect(known.contains("93人"))
    }

    @Test func `a folder with something else in it is refused and stays`() async throws {
        let city = try await TestCity()
        try city.folder.write("home/letter.txt", "dear")
        _ = try await city.run("once")
        let refused = try await city.run(
            "publish", city.folder.path + "/home", "--edition", "internal")
        #expect(refused.code == 73 && refused.errors.contains("サイト以外"))
        let wrong = try await city.run("publish", city.folder.path + "/x", "--strategy", "none")
        #expect(wrong.code == 64)
    }
}
