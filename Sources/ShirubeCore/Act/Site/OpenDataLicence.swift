/// The terms under which a city's figures may be used: 公共データ利用規約 (PDL1.0), which the Digital Agency has decided on
/// 5 July 2024 and which is compatible with CC BY 4.0.
package enum OpenDataLicence {
    /// Its name.
    package static let name = Wording(
        ja: "公共データ利用規約（第1.0版）（PDL1.0）", en: "Public Data License Version 1.0 (PDL1.0)")

    /// Where its text stands.
    package static let address = Wording(
        ja: "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
        en: "https://www.digital.go.jp/en/resources/open_data/public_data_license_v1.0")

    /// What one has to do who uses the figures, in sentences.
    ///
    /// - Parameter publisher: who publishes them.
    /// - Returns: the sentences, as one text.
    package static func notice(publisher: String) -> Wording {
        let publisher = Inert.line(publisher)
        return Wording(
            ja:
                "このサイトの内容は、\(name.japanese)のもとで、商用を含めどなたでも利用できます。利用するときは出典を「出典：\(publisher)」のように記し、編集・加工したときはそのことも記してください。数値データと簡単な表・グラフは、この規約によらず自由に利用できます。",
            en:
                "Anyone may use the content of this site, also for profit, under the \(name.english). Name the source, such as"
                + " “Source: \(publisher)”, and say so where you have edited or processed it. Figures, simple tables and charts"
                + " may be used freely, without these terms.")
    }
}
