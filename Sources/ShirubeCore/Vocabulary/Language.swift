/// A language in which Shirube speaks to people.
package enum Language: String, Sendable, CaseIterable {
    /// Japanese, the first language of every message.
    case japanese = "ja"
    /// English, complete beside it.
    case english = "en"
}

/// One sentence or label, in every language that Shirube speaks.
package struct Wording: Hashable, Sendable {
    /// The Japanese wording.
    package let japanese: String
    /// The English wording.
    package let english: String

    /// Makes a wording from its two languages.
    package init(ja japanese: String, en english: String) {
        self.japanese = japanese
        self.english = english
    }

    /// The wording in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .japanese: japanese
        case .english: english
        }
    }
}
