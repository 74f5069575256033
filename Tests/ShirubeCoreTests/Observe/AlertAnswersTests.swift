import Testing

@testable import ShirubeCore

@Suite struct AlertAnswersTests {
    private static let heading = "警告番号,指標,警告,要因,取組,見直しの日,回答者\n"

    private func read(_ text: String) throws -> AlertAnswers? {
        try AlertAnswers.read(DropBytes(Array(text.utf8)), fileName: "状況回答.csv")
    }

    private func checked(
        _ rows: String
    ) throws -> (answers: [AlertAnswers.Answer], findings: [Finding]) {
        let answers = try #require(try read(Self.heading + rows))
        return answers.checked(on: japanTime("2022-10-17").japanDate) { $0 == 92 || $0 == 93 }
    }

    @Test func `a filled-in form gives an answer for each row that is not left blank`() throws {
        let (answers, findings) = try checked(
            "92,内定者数,遅れ,求人が減った,説明会を増やす,2022-12-05,課長 佐藤\n93,x,遅れ,,,,\n")
        #expect(findings.isEmpty && answers.count == 1)
        #expect(answers.first?.alert == 92 && answers.first?.reason == "求人が減った")
        #expect(answers.first?.answer.action == "説明会を増やす")
        #expect(answers.first?.answer.reviewOn == CivilDate(2022, 12, 5))
        #expect(answers.first?.author == "課長 佐藤")
    }

    @Test(arguments: [
        "2022-12-05", "2022/12/5", "2022.12.5", "2022年12月5日", "令和4年12月5日", "R4.12.5", "Ｒ４．１２．５",
    ])
    func `a day is read as offices and spreadsheets write it`(text: String) {
        #expect(AlertAnswers.day(text) == CivilDate(2022, 12, 5))
    }

    @Test(arguments: ["", "来月", "12月5日", "4.12.5", "2022-13-01", "2022-12-05まで", "2022"])
    func `anything else is no day`(text: String) {
        #expect(AlertAnswers.day(text) == nil)
    }

    @Test func `each fault is named with its line, and then nothing is recorded`() throws {
        let (_, findings) = try checked(
            """
            94,x,遅れ,a,b,2022-12-05,
            九十二,x,遅れ,a,b,2022-12-05,
            92,x,遅れ,,b,2022-12-05,
            92,x,遅れ,a,,2022-12-05,
            92,x,遅れ,a,b,2022-10-17,
            92,x,遅れ,a,b,2023-10-19,
            92,x,遅れ,a,b,来月,

            """)
        #expect(
            findings.map(\.rule) == [
                "answer-alert", "answer-alert", "answer-blank", "answer-blank", "answer-date",
                "answer-date", "answer-date",
            ])
        #expect(findings.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(findings[0].message.japanese == "2行目：番号「94」は、この課が答える、終わっていない警告ではありません。")
        #expect(findings[2].message.japanese == "4行目：「要因」が空です。")
        #expect(
            findings[4].message.japanese == "6行目：見直しの日「2022-10-17」は、明日から2023-10-18までの日付ではありません。")
        let untouched = try checked("92,x,遅れ,,,,\n").findings
        #expect(untouched.map(\.message.japanese) == ["状況回答のどの行にも、回答が書かれていません。"])
    }

    @Test func `another file is none, whatever it holds`() throws {
        #expect(try read("指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,5\n") == nil)
        #expect(try read("") == nil)
        #expect(try read("\"警告番号,要因") == nil)
        let binary = try AlertAnswers.read(DropBytes([0, 1, 2, 255]), fileName: "a.csv")
        #expect(binary == nil)
        let tabs = Self.heading.replacing(",", with: "\t") + "92\tx\t遅れ\ta\tb\t2022-12-05\t\n"
        #expect(try read("工業・雇用振興課\n\n" + tabs)?.rows.count == 1)
    }
}
