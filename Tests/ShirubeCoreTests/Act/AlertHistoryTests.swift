import ShirubeCore
import Testing

@Suite struct AlertHistoryTests {
    @Test func `the steps of alerts, and one alert alone, are those of the golden file`() throws {
        let rows = try AlertListingTests.rows()
        let history = AlertHistory(rows: rows)
        let first = try #require(rows.first)
        try Golden.expect(
            (Language.allCases.flatMap { [history.table($0), AlertHistory.show(first, $0)] }
                + [AlertHistory(rows: [first]).json.pretty]).joined(separator: "\n"),
            "alert-history.txt")
    }

    @Test func `steps before a moment are left out`() throws {
        let rows = try AlertListingTests.rows()
        let later = AlertHistory(rows: rows, since: japanTime("2023-01-01"))
        #expect(later.table(.japanese).split(separator: "\n").count == 3)
        let none = AlertHistory(rows: rows, since: japanTime("2024-01-01"))
        #expect(none.table(.english) == "Nothing is recorded.\n")
    }
}
