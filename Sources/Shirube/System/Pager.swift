import CLinux
import Glibc
package import ShirubeCore

/// Hands text to a program that shows it page by page.
package enum Pager {
    /// Shows the text, and waits until its reader has had enough.
    ///
    /// The text lies in a file without a name that the program reads: one that ends early breaks no pipe.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - choice: the program.
    ///   - environment: the command's own environment.
    /// - Returns: false where there is no such program, so that nothing has been shown.
    package static func show(
        _ text: String, by choice: PagerChoice, _ environment: [String: String]
    ) -> Bool {
        let file = unsafe shirube_memory_file("shirube")
        guard file >= 0 else { return false }
        defer { close(file) }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    file, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            guard count > 0 else { return false }
            written += count
        }
        lseek(file, 0, SEEK_SET)
        // Ctrl-C at a pager is meant for the pager. The command would else give the terminal back while it still reads.
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            _ = signal(SIGINT, interrupt)
            _ = signal(SIGQUIT, quit)
        }
        let variables = environment.merging(choice.environment) { $1 }
        guard let child = start(choice.arguments, variables, input: file) else { return false }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        return true
    }

    private static func start(
        _ arguments: [String], _ environment: [String: String], input: Int32
    ) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGQUIT, SIGPIPE] { unsafe sigaddset(&signals, number) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        guard let program = arguments.first else { return nil }
        let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        let variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
        defer {
            unsafe words.forEach { unsafe free($0) }
            unsafe variables.forEach { unsafe free($0) }
        }
        var child: pid_t = 0
        let failure = unsafe posix_spawnp(
            &child, program, &actions, &attributes, words, variables)
        return failure == 0 ? child : nil
    }

    /// Whether the command runs with the rights of another than the one who has typed it, as by `sudo`.
    package static func isPrivileged(_ environment: [String: String]) -> Bool {
        let own = geteuid()
        if own != getuid() || environment["DOAS_USER"] != nil { return true }
        // Both say who has borrowed the rights, and cannot be kept from it.
        let borrowers = ["SUDO_UID", "PKEXEC_UID"].compactMap { environment[$0] }
        return borrowers.contains { UInt32($0) != own }
    }
}
