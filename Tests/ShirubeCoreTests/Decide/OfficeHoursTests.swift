import ShirubeCore
import Testing

@Suite struct OfficeHoursTests {
    private let office = OfficeHours()

    @Test(arguments: [
        ("2022-10-17T08:29:59", "2022-10-17T08:30"), ("2022-10-17T08:30", "2022-10-17T08:30"),
        ("2022-10-17T12:34:56", "2022-10-17T12:34:56"),
        ("2022-10-17T17:14:59", "2022-10-17T17:14:59"),
        ("2022-10-17T17:15", "2022-10-18T08:30"),
        // Friday's night, a weekend with a Monday of sport, and New Year.
        ("2022-10-07T22:00", "2022-10-11T08:30"), ("2022-10-09T10:00", "2022-10-11T08:30"),
        ("2022-12-28T17:15", "2023-01-04T08:30"),
    ])
    func `what is decided while nobody is there waits for the office to open`(
        decided: String, sent: String
    ) {
        #expect(office.next(onOrAfter: japanTime(decided)) == japanTime(sent))
    }
}
