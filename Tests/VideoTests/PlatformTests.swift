import CPlatform
import Foundation
import Testing

@Suite("Processor and kernel")
struct PlatformTests {
    @Test(
        "the processor's level agrees with what the kernel says of it",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/cpuinfo"), "needs /proc/cpuinfo")
    )
    func processorLevel() throws {
        let text = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
        let flags = Set((line ?? "").split(separator: " ").map(String.init))
        // The x86-64 psABI's level 3, as the kernel names its parts (lzcnt is `abm`).
        let level: Set = ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"]
        #expect(duckweed_cpu_has_x86_64_v3() == level.isSubset(of: flags))
    }

    @Test("the clocks run forward, and the thread's counts work")
    func clocks() {
        let (monotonic, thread) = (
            duckweed_monotonic_nanoseconds(), duckweed_thread_cpu_nanoseconds()
        )
        var generator = SeededGenerator(state: 1)
        var sum: UInt64 = 0
        while duckweed_thread_cpu_nanoseconds() - thread < 1_000_000 { sum &+= generator.next() }
        #expect(sum != 0)
        #expect(duckweed_monotonic_nanoseconds() > monotonic)
    }

    @Test("a thread gets its name, cut to what the kernel holds")
    func threadName() throws {
        let thread = Thread {
            duckweed_name_thread("camera-0123456789")
            while !Thread.current.isCancelled { usleep(1000) }
        }
        thread.start()
        defer { thread.cancel() }
        for _ in 0..<5000 {
            let named = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
                .contains { task in
                    let path = "/proc/self/task/\(task)/comm"
                    return (try? String(contentsOfFile: path, encoding: .utf8))
                        == "camera-01234567\n"
                }
            if named { return }
            usleep(1000)
        }
        Issue.record("no thread has the name")
    }
}
