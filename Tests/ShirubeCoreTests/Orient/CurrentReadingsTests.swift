import ShirubeCore
import Testing

struct CurrentReadingsTests {
    private func numbers(_ figures: [Figure]) -> [Double?] {
        CurrentReadings(ledger(figures)).figures.map(\.number)
    }

    @Test func `the last report of a period supersedes the earlier ones`() {
        #expect(numbers([Figure("FY2022Q1", 5), Figure("FY2022Q1", 7)]) == [7])
    }

    private func kinds(_ figures: [Figure]) -> [Absence] {
        CurrentReadings(ledger(figures)).absences.map(\.absence)
    }

    @Test func `a sign in place of a figure is never a number, and a later figure supersedes it`() {
        let sign = Figure("FY2022Q1", absent: .unknown)
        #expect(numbers([sign]) == [])
        #expect(kinds([sign]) == [.unknown])
        #expect(numbers([sign, Figure("FY2022Q1", 5)]) == [5])
        #expect(kinds([sign, Figure("FY2022Q1", 5)]) == [])
        #expect(kinds([sign, Figure("FY2022Q1", absent: .suppressed)]) == [.suppressed])
        // The last answer counts, whichever it is; taken back, the one before is in force again.
        #expect(numbers([Figure("FY2022Q1", 5), sign]) == [])
        let withdrawal = Figure(withdrawing: "FY2022Q1")
        #expect(numbers([Figure("FY2022Q1", 5), sign, withdrawal]) == [5])
        #expect(kinds([sign, withdrawal]) == [])
        #expect(CurrentReadings(ledger([sign])).sequences == [1])
    }

    @Test func `a part without a figure is in no sum, and is named beside it`() {
        let figures = [
            Figure("FY2022Q1", 5, part: "東"), Figure("FY2022Q1", absent: .suppressed, part: "西"),
        ]
        #expect(numbers(figures) == [5])
        let current = CurrentReadings(ledger(figures))
        #expect(current.absences.map(\.part) == ["西"])
        #expect(current.sequences == [1, 2])
        #expect(numbers(figures + [Figure("FY2022Q1", 3, part: "西")]) == [8])
        #expect(numbers(figures + [Figure("FY2022Q1", absent: .unknown)]) == [])
    }

    @Test func `periods and bases stand beside each other, earlier ends first`() {
        let current = CurrentReadings(
            ledger([
                Figure("FY2022Q2", 4), Figure("FY2022Q1", 5),
                Figure("FY2022Q2", 9, basis: .yearToDate),
            ]))
        #expect(current.figures.map(\.period.description) == ["FY2022Q1", "FY2022Q2", "FY2022Q2"])
        #expect(current.figures.map(\.number) == [5, 4, 9])
    }

    @Test func `parts add up, and each part is superseded alone`() {
        #expect(
            numbers([
                Figure("FY2022Q1", 5, part: "東"), Figure("FY2022Q1", 3, part: "西"),
                Figure("FY2022Q1", 6, part: "東"),
            ]) == [9])
    }

    @Test func `a whole figure replaces the parts before it, and parts after it replace the whole`()
    {
        let parts = [Figure("FY2022Q1", 5, part: "東"), Figure("FY2022Q1", 3, part: "西")]
        #expect(numbers(parts + [Figure("FY2022Q1", 10)]) == [10])
        #expect(numbers(parts + [Figure("FY2022Q1", 10), Figure("FY2022Q1", 4, part: "西")]) == [4])
    }

    @Test
    func `a withdrawal makes the earlier figure current again, and a second one the one before`() {
        let figures = [Figure("FY2022Q1", 5), Figure("FY2022Q1", 7), Figure("FY2022Q1", 9)]
        let withdrawal = Figure(withdrawing: "FY2022Q1")
        #expect(numbers(figures + [withdrawal]) == [7])
        #expect(numbers(figures + [withdrawal, withdrawal]) == [5])
        #expect(numbers(figures + [withdrawal, withdrawal, withdrawal]) == [])
        #expect(numbers(figures + [withdrawal, withdrawal, withdrawal, withdrawal]) == [])
    }

    @Test
    func
        `a withdrawal skips what an earlier one has struck out`()
    {
        let figures = [
            Figure("FY2022Q1", 5), Figure("FY2022Q1", 7), Figure(withdrawing: "FY2022Q1"),
            Figure("FY2022Q1", 8),
        ]
        #expect(numbers(figures) == [8])
        #expect(numbers(figures + [Figure(withdrawing: "FY2022Q1")]) == [5])
    }

    @Test func `withdrawing a whole figure brings back the parts that it had replaced`() {
        let figures = [
            Figure("FY2022Q1", 5, part: "東"), Figure("FY2022Q1", 3, part: "西"),
            Figure("FY2022Q1", 10), Figure(withdrawing: "FY2022Q1"),
        ]
        #expect(numbers(figures) == [8])
        #expect(numbers(figures + [Figure(withdrawing: "FY2022Q1", part: "西")]) == [5])
    }

    @Test func `a withdrawal touches its own basis and part only`() {
        #expect(
            numbers([
                Figure("FY2022Q1", 5), Figure(withdrawing: "FY2022Q1", basis: .yearToDate),
                Figure(withdrawing: "FY2022Q1", part: "東"), Figure(withdrawing: "FY2022Q2"),
            ]) == [5])
    }

    @Test func `what still has effect is known by its place in the ledger`() {
        let current = CurrentReadings(
            ledger([
                Figure("FY2022Q1", 5), Figure("FY2022Q1", 7), Figure("FY2022Q2", 1, part: "東"),
                Figure("FY2022Q2", 2, part: "西"), Figure(withdrawing: "FY2022Q1"),
            ]))
        #expect(current.sequences == [1, 3, 4, 5])
    }

    @Test func `a withdrawal has effect until its period is reported again`() {
        let figures = [
            Figure("FY2022Q1", 5), Figure(withdrawing: "FY2022Q1"),
            Figure(withdrawing: "FY2022Q1"),
        ]
        #expect(CurrentReadings(ledger(figures)).sequences == [2, 3])
        #expect(CurrentReadings(ledger(figures + [Figure("FY2022Q1", 6)])).sequences == [4])
    }

    @Test func `a figure in parts is final once all of its parts are`() {
        let final = Figure("FY2022Q1", 5, part: "東", certainty: .confirmed)
        let corrected = Figure("FY2022Q1", 5, part: "西", certainty: .corrected)
        let open = Figure("FY2022Q1", 5, part: "西")
        #expect(CurrentReadings(ledger([final, corrected])).figures.map(\.isFinal) == [true])
        #expect(CurrentReadings(ledger([final, open])).figures.map(\.isFinal) == [false])
    }

    @Test func `a stage is no number`() {
        #expect(numbers([Figure("FY2022Q1", stage: "契約済")]) == [nil])
    }
}
