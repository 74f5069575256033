import ShirubeCore
import Testing

@Suite struct CellTextTests {
    @Test(arguments: [
        ("ＫＰＩ　ＩＤ", "kpiid"), ("実績値\r\n（人）", "実績値(人)"), ("ｽｹｰﾄ ｴﾝｼﾞｮｲ", "スケートエンジョイ"),
        ("ﾊﾟﾋﾞﾘｵﾝ", "パビリオン"), ("ｳﾞｨｰﾅｽ", "ヴィーナス"), ("か\u{3099}は\u{309A}", "がぱ"),
        ("１２－３４", "12-34"), ("１２−３―４", "12-3-4"), ("〜～∼", "~~~"), ("㎡", "m2"),
        ("葛\u{E0100}", "葛"), ("\u{FEFF}年度", "年度"), ("‰％", "‰%"), ("ｱﾞ", "ア\u{309B}"),
        ("“つながり”", "\"つながり\""), ("①", "1"),
    ])
    func `one spelling for comparing`(text: String, key: String) {
        #expect(CellText.key(text).unicodeScalars.elementsEqual(key.unicodeScalars))
    }

    @Test func `one spelling for keeping leaves case and single blanks`() {
        #expect(CellText.folded("　Ｎｏｒｔｈ　 side ") == "North side")
    }

    @Test func `trimming touches nothing inside`() {
        #expect(CellText.trimmed("　\u{A0}１２ ３\r\n") == "１２ ３")
        #expect(CellText.trimmed(" \t　") == "")
    }
}
