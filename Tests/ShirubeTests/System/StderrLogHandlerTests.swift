import Foundation
import Testing

@Suite struct StderrLogHandlerTests {
    private static let faulty = "指標ID,年度,期間,実績値\nm01-1-1,R4,第9四半期,2\n"

    @Test
    func `outside the journal a line carries its time and level, and a name cannot forge one`()
        async throws
    {
        let city = try await TestCity()
        try city.drop("a\nerror: forged.csv", "kogyo-koyo", Self.faulty)
        let lines = try await city.run("once", "--now", "2022-10-12").errors.split(separator: "\n")
        let line = try #require(lines.first { $0.contains("rejected") })
        #expect(line.contains("Z info: rejected") && line.contains("department=kogyo-koyo"))
        #expect(!lines.contains { $0.hasPrefix("error: forged") })
    }

    @Test func `read by the journal a line begins with its priority`() async throws {
        let city = try await TestCity()
        let errors = city.folder.path + "/journal"
        try city.folder.write("journal", "")
        try city.drop("a.csv", "kogyo-koyo", Self.faulty)
        // The journal is recognised by the device and inode of stderr (systemd.exec(5)).
        let script = """
            exec 2>"$1"
            JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2) exec "$2" once --config "$3"
            """
        let shell = try RunningProgram(
            program: URL(filePath: "/bin/sh"),
            arguments: ["-c", script, "sh", errors, TestCity.program.path, city.configuration],
            environment: [:], folder: city.folder.path)
        #expect(try await shell.end().code == 0)
        let lines = try city.folder.text("journal").split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("<6>rejected") })
        #expect(lines.allSatisfy { $0.hasPrefix("<") })
    }
}
