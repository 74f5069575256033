import FoundationEssentials
import ShirubeCore

/// Reads paths, which start at the folder of the file that names them.
struct PathReader {
    /// The file that names the paths, absolute.
    let file: String
    private let folder: String

    init(file: String) {
        self.file = Self.joined(FileManager.default.currentDirectoryPath, file)
        self.folder = Self.joined(self.file, "..")
    }

    /// The absolute path without `.`, `..` and a final slash.
    func absolute(_ value: YAMLValue) -> String? {
        value.text().map { Self.joined(folder, $0) }
    }

    /// The absolute path of a file that exists.
    ///
    /// - Parameters:
    ///   - value: the path as written.
    ///   - holdsSecret: whether the file holds a secret: what is written may then be the secret
    ///     itself, put there by mistake, and is not repeated.
    /// - Returns: the path, nil after a report.
    func existingFile(_ value: YAMLValue, holdsSecret: Bool = false) -> String? {
        guard let path = absolute(value) else { return nil }
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let file =
            holdsSecret
            ? Wording(ja: "「\(value.name)」が指すファイル", en: "The file that `\(value.name)` names")
            : Wording(ja: "ファイル「\(path)」", en: "The file `\(path)`")
        value.report(
            Wording(
                ja: "\(file.japanese)がないか、見えません。",
                en: "\(file.english) does not exist or cannot be seen."),
            remedy: Wording(
                ja: "場所とつづり、フォルダーの権限を確かめてください（相対パスはこのファイルのフォルダーから）。",
                en: "Check its place, spelling and folder permissions (relative paths start at the"
                    + " folder of this file)."))
        return nil
    }

    /// The path as seen from the folder, which is absolute; `..` is taken back by name.
    static func joined(_ folder: String, _ path: String) -> String {
        let whole = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Whether the inner path is the outer one or lies inside it; both absolute.
    static func contains(_ outer: String, _ inner: String) -> Bool {
        outer == "/" || inner == outer || inner.hasPrefix(outer + "/")
    }
}

extension YAMLValue {
    /// A number of seconds within the range, fractions allowed.
    func seconds(in range: ClosedRange<Double>) -> Double? {
        guard let number = number() else { return nil }
        if range.contains(number) { return number }
        let (low, high) = (NumberText.plain(range.lowerBound), NumberText.plain(range.upperBound))
        report(
            Wording(
                ja: "「\(name)」の \(NumberText.plain(number)) は範囲の外です。",
                en: "\(NumberText.plain(number)) is out of range for `\(name)`."),
            remedy: Wording(
                ja: "\(low) から \(high) までの秒数で書いてください。",
                en: "Write \(low) to \(high) seconds."))
        return nil
    }

    /// A number of bytes from 1 to `maximum`, as a whole number or like `64MiB`.
    func bytes(upTo maximum: Int) -> Int? {
        guard let text = text() else { return nil }
        let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40)]
        let unit = units.first { text.hasSuffix($0.0) }
        let digits = unit == nil ? text[...] : text.dropLast(3)
        let most = units.last { maximum >= $0.1 }.map { "\(maximum / $0.1)\($0.0)" } ?? "\(maximum)"
        if digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(digits)
        {
            let product = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
            if !product.overflow, (1...maximum).contains(product.partialValue) {
                return product.partialValue
            }
        }
        report(
            Wording(
                ja: "「\(name)」の「\(text)」は1から\(most)までの大きさとして読めません。",
                en: "`\(text)` for `\(name)` is no size from 1 byte to \(most)."),
            remedy: Wording(ja: "64MiB のように書いてください。", en: "Write it like 64MiB."))
        return nil
    }
}
