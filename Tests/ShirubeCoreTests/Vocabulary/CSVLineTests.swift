import ShirubeCore
import Testing

@Suite struct CSVLineTests {
    @Test func `cells stand in quotes where commas, quotes or line ends would cut them`() {
        #expect(
            CSVLine.text(["a", "", "1,234", "say \"ho\"", "two\r\nlines", "\r", "表"])
                == "a,,\"1,234\",\"say \"\"ho\"\"\",\"two\r\nlines\",\"\r\",表\r\n")
    }
}
