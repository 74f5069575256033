/// Why a mail cannot be put into bytes.
package enum MailError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A header's value holds a line break or another control character.
    case controlCharacter(header: String)
    /// A header whose value must be plain ASCII is not.
    case notASCII(header: String)
    /// A header's name is no RFC 5322 field name.
    case headerName(String)
    /// An address is no plain ASCII `local@domain`.
    case address(header: String, text: String)
    /// A Message-ID is not of the form `<left@right>`.
    case messageID(header: String)

    /// What is wrong and how to mend it, in one sentence.
    package var wording: Wording {
        switch self {
        case .controlCharacter(let header):
            Wording(
                ja: "メールのヘッダー\(header)に改行または制御文字があるため送れません。取り除いてください。",
                en: "The mail header \(header) holds a line break or control character; remove it.")
        case .notASCII(let header):
            Wording(
                ja: "メールのヘッダー\(header)に使えるのは半角英数字と記号だけです。",
                en: "The mail header \(header) may hold ASCII only.")
        case .headerName(let name):
            Wording(
                ja: "「\(Inert.line(name))」はメールのヘッダー名として使えません。半角英数字とハイフンで書いてください。",
                en: "“\(Inert.line(name))” is no mail header name; use ASCII letters, digits and -."
            )
        case .address(let header, let text):
            Wording(
                ja: "メールの\(header)のアドレス「\(Inert.line(text))」は、半角英数字の「名前@ドメイン」の形になっていません。",
                en: "The address “\(Inert.line(text))” in \(header) is not an ASCII local@domain.")
        case .messageID(let header):
            Wording(
                ja: "メールのヘッダー\(header)は <左辺@右辺> の形で書いてください。",
                en: "The mail header \(header) must have the form <left@right>.")
        }
    }

    package var description: String { wording.english }
}
