import Foundation
import Testing

/// Forms filled in by LibreOffice and openpyxl, saved as CSV by LibreOffice, and taken in by the real program.
@Suite struct FormRoundTripTests {
    private static let department = "seisaku-suishin"

    /// How a form leaves Shirube, and how the spreadsheet saves it.
    struct Journey: Sendable, CustomTestStringConvertible {
        let form: [String]
        let saved: Saved

        enum Saved: String, CaseIterable {
            case utf8 = "utf-8"
            case cp932

            /// LibreOffice's number for the encoding.
            var number: Int { self == .utf8 ? 76 : 60 }
        }

        var testDescription: String {
            form.joined(separator: " ") + " saved as " + saved.rawValue
        }

        static let all = [
            ["--format", "xlsx"], ["--format", "csv"],
            ["--format", "csv", "--encoding", "cp932"],
        ].flatMap { form in Saved.allCases.map { Journey(form: form, saved: $0) } }
    }

    @Test(arguments: Journey.all)
    func `a form that was filled in and saved as CSV is taken in as it was filled in`(
        journey: Journey
    ) async throws {
        let city = try await TestCity()
        try city.drop(
            "before.csv", Self.department,
            "指標ID,年度,期間,実績値\r\nm01-3-1,令和4年度,第3四半期,45.5\r\n")
        #expect(try await city.run("once", "--now", "2023-01-10").code == 0)
        let workbook = try await Self.form(journey, city)
        let values = try await Self.values(city)
        try city.folder.write("values.json", Array(JSONSerialization.data(withJSONObject: values)))
        let before = try await Self.readings(city)
        let facts = try #require(
            await Self.python(
                "fill", workbook, city.folder.path + "/filled.xlsx",
                city.folder.path + "/values.json") as? [String: Any])
        try await Self.office(
            city, "filled.xlsx",
            "csv:Text - txt - csv (StarCalc):44,34,\(journey.saved.number),1,,"
                + "0,false,true,false")
        let saved = try Data(contentsOf: URL(filePath: city.folder.path + "/out/filled.csv"))
        try city.drop("R4Q4.csv", Self.department, Array(saved))
        let once = try await city.run("once", "--now", "2023-04-10")
        #expect(once.output.contains("受理1件、変更なし0件、差し戻し0件"), "\(once)")

        let rows = try #require(facts["rows"] as? [[String: Any]])
        #expect(rows.count > 20)
        let readings = try await Self.readings(city).dropFirst(before.count)
        let filled = rows.compactMap { $0["id"] as? String }.map { id in
            "\(id) \(values[id].map { "\($0)" } ?? "")"
        }
        #expect(readings.map { "\($0[0]) \($0[2])" } == filled)
        for reading in readings { #expect(["FY2022", "FY2022Q4"].contains("\(reading[1])")) }
        try await Self.expectUnchanged(city, journey)
        let held = try await city.run("held", "--format", "json")
        #expect(held.output == "[]\n")
        if journey.form == ["--format", "xlsx"] { Self.expectForm(facts, rows) }
    }

    /// Makes the form; one in CSV is opened by LibreOffice, as Excel would.
    private static func form(_ journey: Journey, _ city: TestCity) async throws -> String {
        let name = journey.form.contains("xlsx") ? "form.xlsx" : "form.csv"
        let file = "\(city.folder.path)/\(name)"
        let program = try city.start(
            ["form", "--config", city.configuration, "--department", department]
                + ["--quarter", "R4Q4", "--output", file] + journey.form)
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        guard name == "form.csv" else { return file }
        let encoding = journey.form.contains("cp932") ? Journey.Saved.cp932 : .utf8
        try await office(city, name, "xlsx", "--infilter=CSV:44,34,\(encoding.number),1")
        return city.folder.path + "/out/form.xlsx"
    }

    /// What is filled in: the target of each indicator, and the last stage of a milestone.
    private static func values(_ city: TestCity) async throws -> [String: Any] {
        let result = try await city.run("strategy", "show", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let document = try #require(parsed as? [String: Any])
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        return try indicators.reduce(into: [:]) { values, indicator in
            let id = try #require(indicator["id"] as? String)
            let target = try #require((indicator["target"] as? [String: Any])?["value"] as? Double)
            values[id] = indicator["kind"] as? String == "K8" ? "完了" as Any : target as Any
        }
    }

    /// The names and ids of the saved file are those of the form.
    private static func expectUnchanged(_ city: TestCity, _ journey: Journey) async throws {
        let saved = try #require(
            await python("rows", city.folder.path + "/out/filled.csv", journey.saved.rawValue)
                as? [[String]])
        let form = try city.start(
            ["form", "--config", city.configuration, "--department", department]
                + ["--quarter", "R4Q4", "--output", city.folder.path + "/plain.csv"])
        #expect(try await form.end().code == 0)
        let plain = try #require(
            await python("rows", city.folder.path + "/plain.csv", "utf-8-sig") as? [[String]])
        #expect(saved.count == plain.count)
        #expect(saved.prefix(4).map(\.first) == plain.prefix(4).map(\.first))
        for (one, other) in zip(saved, plain).dropFirst(4) {
            #expect(one.prefix(5) == other.prefix(5))
            #expect(one[7...8] == other[7...8])
        }
    }

    /// The workbook as an independent reader sees it.
    private static func expectForm(_ facts: [String: Any], _ rows: [[String: Any]]) {
        #expect(facts["frozen"] as? String == "B6")
        #expect(facts["protected"] as? Bool == true)
        #expect(facts["paper"] as? String == "9")
        #expect(facts["orientation"] as? String == "landscape")
        #expect(facts["titles"] as? String == "$5:$5" || facts["titles"] as? String == "5:5")
        #expect(facts["author"] as? String == "Shirube")
        for row in rows {
            #expect(row["types"] as? [String] == ["s", "s", "s"])
            let unlocked = row["unlocked"] as? [String] ?? []
            #expect(unlocked.contains("実績値") && !unlocked.contains("指標ID"))
            #expect(row["certainty"] as? String == "list \"速報,確報,訂正,取消\"")
            let isMilestone = row["id"] as? String == "m04-1-1"
            #expect(
                row["figure"] as? String
                    == (isMilestone ? "list \"未着手,検討中,予算化済,契約済,完了\"" : "decimal 0"))
            #expect(row["last"] as? Double == (row["id"] as? String == "m01-3-1" ? 45.5 : nil))
        }
    }

    private static func readings(_ city: TestCity) async throws -> [[Any]] {
        try #require(
            await python("readings", city.folder.path + "/state/ledger.sqlite") as? [[Any]])
    }

    private static func python(_ arguments: String...) async throws -> Any {
        let script = TestServer.root.appending(path: "Tests/ShirubeTests/Support/spreadsheet.py")
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"), arguments: [script.path] + arguments,
            environment: [:], folder: "/")
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }

    /// Has LibreOffice convert a file of the city's folder into its folder `out`.
    private static func office(
        _ city: TestCity, _ file: String, _ format: String, _ more: String...
    ) async throws {
        let profile = "-env:UserInstallation=file://\(city.folder.path)/office"
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/soffice"),
            arguments: [profile, "--headless"] + more
                + ["--convert-to", format, "--outdir", "out", file],
            environment: ["HOME": city.folder.path], folder: city.folder.path)
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
    }
}
