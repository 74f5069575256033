import ShirubeCore
import Testing

@Suite struct TimeOfDayTests {
    @Test func `a time reads and writes itself with two digits each`() throws {
        let time = try #require(TimeOfDay(iso: "09:05"))
        #expect(time == TimeOfDay(9, 5))
        #expect("\(time)" == "09:05")
        #expect(time.on(day("2022-10-17")) == japanTime("2022-10-17T09:05"))
        #expect(time < (try #require(TimeOfDay(iso: "10:00"))))
    }

    @Test(arguments: ["", "9:00", "24:00", "09:60", "09:0", "0900", "09:00:00", "+9:00", "０９:00"])
    func `no clock shows anything else`(text: String) {
        #expect(TimeOfDay(iso: text) == nil)
    }
}
