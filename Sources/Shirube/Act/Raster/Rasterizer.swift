package import ShirubeCore

/// Draws charts as PNG in a short-lived process of this program's own, with a deadline.
///
/// It blocks while that works; a loop that must not wait asks from a thread beside it (`BlockingExecutor`).
package struct Rasterizer: Sendable {
    /// The most charts that one process is given.
    package static let mostCharts = 200
    /// The most bytes of pictures that are taken from a process.
    static let mostBytes = 256 << 20

    private let program: String
    private let deadline: Duration

    /// Makes one.
    ///
    /// - Parameters:
    ///   - program: what is started with the argument `draw`; this program.
    ///   - deadline: how long a process may take.
    package init(program: String = "/proc/self/exe", deadline: Duration = .seconds(60)) {
        self.program = program
        self.deadline = deadline
    }

    /// Draws charts.
    ///
    /// - Parameters:
    ///   - charts: SVG, as the core's charts write it.
    ///   - scale: how many pixels a unit has; two for screens of today.
    /// - Returns: a PNG for each, in their order.
    /// - Throws: why not; then none is drawn.
    package func pictures(of charts: [String], scale: Double = 2) throws(DrawingFailure)
        -> [[UInt8]]
    {
        var pictures: [[UInt8]] = []
        for first in stride(from: 0, to: charts.count, by: Self.mostCharts) {
            let some = charts[first..<min(first + Self.mostCharts, charts.count)]
            pictures += try draw(Array(some), scale)
        }
        return pictures
    }

    /// Looks whether charts can be drawn here: for librsvg, and for a font with Japanese characters.
    ///
    /// - Throws: what is missing.
    package func check() throws(DrawingFailure) {
        _ = try draw([], 1)
    }

    private func draw(_ charts: [String], _ scale: Double) throws(DrawingFailure) -> [[UInt8]] {
        let request = charts.reduce(
            into: PNGWriter.bigEndian(UInt32(max(1, min(1000, scale * 100))))
        ) {
            $0 += PNGWriter.bigEndian(UInt32($1.utf8.count)) + Array($1.utf8)
        }
        guard request.count <= DrawingProcess.mostBytes else { throw .tooLarge }
        let child = try DrawingChild.start(program, request)
        let answer = child.answer(
            until: ContinuousClock.now + deadline, most: Self.mostBytes)
        guard let answer else { throw .tooLate }
        switch DrawingProcess.End(rawValue: answer.code) {
        case .done: break
        case .noLibrary: throw .noLibrary(answer.words)
        case .noFont: throw .noFont
        case .notDrawn: throw .notDrawn(answer.words)
        case .malformed, nil: throw .ended(answer.code)
        }
        guard let frames = DrawingProcess.frames(answer.bytes[...]), frames.count == charts.count
        else { throw .ended(answer.code) }
        return frames.map { Array($0) }
    }
}

/// Why charts were not drawn.
package enum DrawingFailure: Error, Equatable {
    /// No process could be started; why, in the system's words.
    case notStarted(String)
    /// A library cannot be loaded.
    case noLibrary(String)
    /// No font has Japanese characters.
    case noFont
    /// A chart, by its number, is not what librsvg can draw.
    case notDrawn(String)
    /// The charts together are too large.
    case tooLarge
    /// It took too long, or gave more than it may.
    case tooLate
    /// It ended with an exit code, or by a signal (128 and its number), without an answer.
    case ended(Int32)

    /// What went wrong, why, and the remedy.
    package var wording: Wording {
        switch self {
        case .notStarted(let why):
            Wording(
                ja: "図を描くプロセスを始められません（\(why)）。プロセス数とメモリの上限を確かめてください。",
                en:
                    "The process that draws charts cannot be started (\(why)): look at the limits of processes and memory."
            )
        case .noLibrary(let name):
            Wording(
                ja: "図を描くライブラリ\(Inert.line(name))がありません。apt install librsvg2-2 で入れてください。",
                en:
                    "Charts need the library \(Inert.line(name)), which is missing: apt install librsvg2-2."
            )
        case .noFont:
            Wording(
                ja: "日本語の文字を持つフォントがなく、図の文字が四角になります。apt install fonts-noto-cjk で入れてください。",
                en:
                    "No font has Japanese characters, so that charts would show boxes: apt install fonts-noto-cjk."
            )
        case .notDrawn(let number):
            Wording(
                ja: "\(Inert.line(number))枚目の図を描けません。shirube publish で図を書き出し、開発元に伝えてください。",
                en:
                    "Chart number \(Inert.line(number)) cannot be drawn: write the charts with shirube publish, and tell the developers."
            )
        case .tooLarge:
            Wording(
                ja: "図のデータが大きすぎます。指標名や注記の長さを確かめてください。",
                en: "The charts together are too large: look at the length of names and notes.")
        case .tooLate:
            Wording(
                ja: "図を描くプロセスが時間内に終わりません。ホストの負荷を確かめ、もう一度試してください。",
                en:
                    "The process that draws charts did not end in time: look at the host's load, and try again."
            )
        case .ended(let code):
            Wording(
                ja: "図を描くプロセスが途中で終わりました（コード\(code)）。メモリの空きとlibrsvgの版を確かめてください。",
                en:
                    "The process that draws charts ended early (code \(code)): look at free memory and librsvg's version."
            )
        }
    }
}
