import ArgumentParser
import Shirube
import ShirubeCore

/// Where a command writes what it makes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("書き出すファイル。省くと標準出力 (the file; stdout by default)", valueName: "file"))
    var output: String?

    @Flag(name: .long, help: "同じ名前のファイルがあれば置き換える (replaces a file that is there)")
    var force = false

    /// Writes bytes to the file, or to standard output where none is named.
    ///
    /// - Throws: a refusal where the file is there and may not be replaced; what keeps it from being written.
    func write(_ bytes: [UInt8], _ language: Language) throws {
        guard let output else { return Output.write(bytes) }
        guard try OutputFile.write(bytes, to: output, overwriting: force) else {
            let words = Wording(
                ja: "\(output) はもうあります。置き換えるときは --force を付けてください。",
                en: "\(output) is there already. Replace it with --force.")
            throw Refusal(words[language], code: .notWritten)
        }
    }
}
