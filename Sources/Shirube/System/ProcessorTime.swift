import Glibc

/// The time that this process has spent on processors, which a busy machine does not stretch as it does the wall clock's.
enum ProcessorTime {
    /// Milliseconds since the process began.
    static var milliseconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
