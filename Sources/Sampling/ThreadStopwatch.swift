import CPlatform

/// Counts the processor time that the calling thread uses, whatever else the machine does.
struct ThreadStopwatch {
    private let startNanoseconds = duckweed_thread_cpu_nanoseconds()

    /// CPU seconds of this thread since the stopwatch was made on it.
    var seconds: Double {
        Double(duckweed_thread_cpu_nanoseconds() - startNanoseconds) / 1e9
    }
}
