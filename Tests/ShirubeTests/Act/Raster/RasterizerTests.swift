import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// Charts drawn by the program itself, in processes of its own.
@Suite struct RasterizerTests {
    private let rasterizer = Rasterizer(program: TestCity.program.path)

    private func svg(_ text: String, width: Int = 100) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="40" viewBox="0 0 \(width) 40" \
        font-family="Noto Sans CJK JP,IPAexGothic,sans-serif"><rect width="\(width)" height="40" fill="#ffffff"/>\
        <text x="4" y="28" font-size="24" fill="#000000">\(text)</text></svg>
        """
    }

    /// The number after some bytes, the highest first.
    private func number(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    @Test func `pictures come in the order of their charts, twice as large as they say`() throws {
        let pictures = try rasterizer.pictures(of: [svg("標"), svg("苫小牧", width: 150)])
        #expect(pictures.map { number($0, 16) } == [200, 300])
        #expect(pictures.allSatisfy { number($0, 20) == 80 })
        #expect(pictures.allSatisfy { $0.prefix(4) == [0x89, 0x50, 0x4E, 0x47] })
        // The same chart has the same bytes, and another letter others.
        let again = try rasterizer.pictures(of: [svg("標"), svg("鵡")])
        #expect(again[0] == pictures[0] && again[1] != pictures[0])
    }

    @Test func `Japanese is drawn by a font that has it, not as boxes`() throws {
        // Characters that no font has are drawn as one box each, the same but for the number in it.
        let pictures = try rasterizer.pictures(of: [svg("一"), svg("鬱")])
        #expect(pictures[1].count > pictures[0].count)
        try rasterizer.check()
    }

    @Test func `more charts than a process takes go to several`() throws {
        let charts = (0..<Rasterizer.mostCharts + 1).map { svg("\($0)") }
        #expect(try rasterizer.pictures(of: charts, scale: 0.5).count == charts.count)
    }

    @Test func `what is no chart is named by its number, and nothing is drawn`() {
        for bad in [
            "", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e6\" height=\"9\"/>",
        ] {
            #expect(throws: DrawingFailure.notDrawn("2")) {
                try rasterizer.pictures(of: [svg("甲"), bad])
            }
        }
    }

    @Test func `charts of hostile names are drawn`() throws {
        let names = [
            "</text><script>alert(1)</script>&\"'",
            "\u{202E}\u{2066}逆\u{0}\u{1B}[31m\u{FFFE}\u{FFFF}",
            String(repeating: "長", count: 10_000), "👩‍👩‍👧‍👦🏴", "\u{E000}\u{F8FF}\u{FE00}外字",
            "e\u{301}\u{301}\u{301}",
        ]
        let parts = names.map { StatusBars.Part(name: $0, statuses: [.lagging, .onTrack]) }
        let chart = try #require(StatusBars(names[0] + names[1], parts, language: .japanese))
        let plain = parts.map { StatusBars.Part(name: "部", statuses: $0.statuses) }
        let other = try #require(StatusBars("部", plain, language: .japanese))
        let pictures = try rasterizer.pictures(of: [chart, other].map { $0.chart(.mail).svg })
        // They have the same size: nothing has been pushed anywhere.
        #expect(pictures[0][16..<24] == pictures[1][16..<24])
    }

    @Test func `an SVG that asks for a file of the host gets none`() throws {
        let asking = svg("甲").replacing(
            "<text", with: "<image href=\"file:///etc/hostname\" width=\"9\" height=\"9\"/><text")
        #expect(try rasterizer.pictures(of: [asking]) == rasterizer.pictures(of: [svg("甲")]))
    }

    @Test func `a program that hangs is killed, and one that dies is said`() {
        let started = ContinuousClock.now
        #expect(throws: DrawingFailure.tooLate) {
            try script("exec sleep 600") { file in
                try Rasterizer(program: file, deadline: .milliseconds(300)).check()
            }
        }
        #expect(ContinuousClock.now - started < .seconds(60))
        #expect(throws: DrawingFailure.ended(137)) {
            try script("kill -9 $$") { try Rasterizer(program: $0).check() }
        }
        #expect(throws: DrawingFailure.ended(0)) {
            try script("printf 'abc'") { try Rasterizer(program: $0).check() }
        }
        #expect(throws: DrawingFailure.noFont) {
            try script("exit 70") { try Rasterizer(program: $0).check() }
        }
        #expect(throws: DrawingFailure.noLibrary("librsvg-2.so.2")) {
            try script("printf librsvg-2.so.2 >&2; exit 69") { try Rasterizer(program: $0).check() }
        }
    }

    @Test func `it gets no environment and no descriptors but three`() throws {
        #expect(throws: DrawingFailure.noLibrary("0 1 2")) {
            try script(
                "cd /proc/self/fd; seen=; for f in 0 1 2 3 4 5 6 7 8 9; do [ -e $f ] && seen=\"$seen$f \"; done; "
                    + "[ -z \"$HOME$SHIRUBE_SECRET\" ] && printf '%s' \"${seen% }\" | sed 's/ 10//' >&2; exit 69"
            ) { try Rasterizer(program: $0).check() }
        }
    }

    @Test func `a program that is not there is said`() {
        #expect(throws: DrawingFailure.notStarted("No such file or directory")) {
            try Rasterizer(program: "/nowhere/shirube").check()
        }
    }

    @Test(arguments: Language.allCases)
    func `failures name their remedy`(language: Language) {
        let failures: [DrawingFailure] = [
            .notStarted("x"), .noLibrary("librsvg-2.so.2"), .noFont, .notDrawn("2"), .tooLarge,
            .tooLate, .ended(139),
        ]
        #expect(Set(failures.map { $0.wording[language] }).count == failures.count)
        #expect(DrawingFailure.noFont.wording[language].contains("apt install fonts-noto-cjk"))
    }

    /// Runs something with a shell script as the program.
    private func script(_ text: String, _ body: (String) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "shirube-draw-\(UUID().uuidString)")
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file.path)
    }
}
