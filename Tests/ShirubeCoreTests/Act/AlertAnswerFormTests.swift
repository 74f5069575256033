import ShirubeCore
import Testing

@Suite struct AlertAnswerFormTests {
    @Test func `the form has a row for each alert that asks for an answer, and reads as one`()
        throws
    {
        let day = try #require(CivilDate(2022, 10, 24))
        let form = try #require(AlertAnswerForm.attachment(AlertListingTests.rows(), on: day))
        #expect(form.name == "状況回答-2022-10-24.csv")
        let text = String(decoding: form.bytes.dropFirst(3), as: UTF8.self)
        #expect(
            text == """
                警告番号,指標,警告,要因,取組,見直しの日,回答者\r
                3,ツアー参加者数,遅れ,,,,\r
                4,参加者数（スケート教室開催事業）,後退,,,,\r
                5,参加者数（観光プロモーション事業）,急変・数値確認,,,,\r

                """)
        let read = try AlertAnswers.read(DropBytes(form.bytes), fileName: form.name)
        #expect(read?.rows.isEmpty == true)
        #expect(AlertAnswerForm.attachment([], on: day) == nil)
    }
}
