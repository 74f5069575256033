import ShirubeCore
import Testing

@Suite struct TestNoticeTests {
    @Test(arguments: Language.allCases)
    func `a test says that it is one`(language: Language) {
        let words = NoticeText.test(
            file: "/etc/shirube/shirube.yaml", at: japanTime("2022-10-17T09:00"), mark: "架空",
            language: language)
        #expect(words.subject.hasPrefix("【架空】"))
        #expect(words.subject.contains(language == .japanese ? "試験送信" : "[Test]"))
        #expect(words.body.contains("/etc/shirube/shirube.yaml"))
    }
}
