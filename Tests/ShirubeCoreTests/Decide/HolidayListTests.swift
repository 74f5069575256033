import ShirubeCore
import Testing

@Suite struct HolidayListTests {
    private static let heading = "国民の祝日・休日月日,国民の祝日・休日名称\r\n"

    private func read(_ text: String) throws -> HolidayList {
        try HolidayList(reading: DropBytes(try CP932.encode(text)))
    }

    private func fault(_ bytes: [UInt8]) -> HolidayList.Fault? {
        #expect(throws: HolidayList.Fault.self) { try HolidayList(reading: DropBytes(bytes)) }
    }

    private func year(_ number: Int, without: String = "", with more: String = "") -> String {
        let days = [
            "1/1,元日", "1/12,成人の日", "2/11,建国記念の日", "2/23,天皇誕生日", "3/20,春分の日", "4/29,昭和の日",
            "5/3,憲法記念日", "5/5,こどもの日", "11/3,文化の日", "11/23,勤労感謝の日",
        ]
        return days.filter { $0 != without }.map { "\(number)/\($0)\r\n" }.joined() + more
    }

    @Test
    func `the list as the Cabinet Office publishes it is read, and unnamed days get their names`()
        throws
    {
        let list = try HolidayList(reading: DropBytes(try Fixture.bytes("syukujitsu.csv")))
        let names = list.holidays(of: 2019)?.map { "\($0.date) \($0.name.japanese)" } ?? []
        #expect(names.contains("2019-05-01 即位の日"))
        #expect(names.contains("2019-04-30 国民の休日"))
        #expect(names.contains("2019-05-06 振替休日"))
        let sports = list.holidays(of: 2019)?.first { $0.date == day("2019-10-14") }?.name
        #expect(sports == Wording(ja: "体育の日（スポーツの日）", en: "Health and Sports Day"))
        #expect(
            list.holidays(of: 1959)?.map(\.name.english).contains("Wedding of Crown Prince Akihito")
                == true)
        #expect(list.holidays(of: 2026) == nil)
    }

    @Test func `UTF-8 is read too, a blank row is passed over, and the order does not matter`()
        throws
    {
        let text = Self.heading + "2026/6/1,都市の日\r\n\r\n" + year(2026)
        let list = try HolidayList(reading: DropBytes(Array(text.utf8)))
        #expect(list.years == [2026])
        let days = list.holidays(of: 2026) ?? []
        #expect(days.map(\.date) == days.map(\.date).sorted())
        let own = days.first { $0.date == day("2026-06-01") }
        #expect(own?.name == Wording(ja: "都市の日", en: "Holiday"))
    }

    @Test func `a year in the list is the list's, any other the law's`() throws {
        let calendar = BusinessCalendar(
            list: try read(Self.heading + year(2026, with: "2026/6/1,臨時の祝日\r\n")))
        #expect(!calendar.isWorkingDay(day("2026-06-01")))
        // 4 May is a holiday by the law, and not in this list.
        #expect(calendar.isWorkingDay(day("2026-05-04")))
        #expect(!calendar.isWorkingDay(day("2027-05-04")))
        #expect(calendar.isWorkingDay(day("2027-06-01")))
    }

    @Test(arguments: [
        ("月日,名\r\n", 1, "見出し"), ("", 1, "見出し"), (heading + "2026/1/1\r\n", 2, "列が1つ"),
        (heading + "2026/1/1,元日,New Year\r\n", 2, "列が3つ"),
        (heading + "2026/1/1,元日\r\n2026/2/30,建国記念の日\r\n", 3, "2026/2/30"),
        (heading + "2026/1/1,元日\r\n2026/1/1,元日\r\n", 3, "二度"),
        (heading + "2026/1/1, \r\n", 2, "名称がありません"),
        (heading + "R8/1/1,元日\r\n", 2, "R8/1/1"), (heading + "1947/1/1,四方拝\r\n", 2, "1947/1/1"),
    ])
    func `what is no such list is refused with its line`(text: String, line: Int, word: String)
        throws
    {
        let found = try #require(fault(try CP932.encode(text)))
        #expect(found.line == line)
        #expect(found.message.japanese.contains(word))
    }

    @Test func `a list that breaks off is refused, lest offices open on a holiday`() throws {
        for text in [
            Self.heading, Self.heading + year(2026, without: "1/1,元日"),
            Self.heading + year(2026) + "2027/1/1,元日\r\n",
            Self.heading + "\"2026/1/1,元日\r\n" + year(2026),
        ] {
            #expect(fault(try CP932.encode(text)) != nil)
        }
        let short = try #require(
            fault(try CP932.encode(Self.heading + year(2026) + "2027/1/1,元日\r\n")))
        #expect(short.message.english == "does not hold all holidays of 2027, only 1.")
    }

    @Test func `bytes that are no text, or far too many, are refused`() throws {
        let bytes = try CP932.encode(Self.heading) + [0x81, 0x20, 0xFF, 0x0A]
        #expect(fault(bytes)?.line == 2)
        #expect(fault([0x50, 0x4B, 3, 4, 0, 0, 0, 0])?.message.japanese.contains("文字") == true)
        let long = [UInt8](repeating: 0x20, count: HolidayList.maximumBytes + 1)
        #expect(fault(long)?.message.english == "is larger than 1 MiB.")
    }
}
