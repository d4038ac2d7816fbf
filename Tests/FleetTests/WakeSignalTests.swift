import Fleet
import Testing
import Vocabulary

@Suite("A loop that sleeps until something happens")
struct WakeSignalTests {
    @Test("A signal that came before the wait ends it at once, and only one wait")
    func before() async {
        let signal = WakeSignal()
        let time = ToldTime()
        signal.signal()
        signal.signal()
        await signal.wait(atMost: .days(1), by: time)
        #expect(await time.endedSleeps == 0)
        await time.endSleepsAtOnce()
        await signal.wait(atMost: .days(1), by: time)
        #expect(await time.endedSleeps == 1, "the second wait must have slept")
    }

    @Test("A signal during the wait ends it")
    func during() async {
        let signal = WakeSignal()
        let time = ToldTime()
        await withTaskGroup { group in
            group.addTask { await signal.wait(atMost: .days(1), by: time) }
            await time.hasSleeper()
            signal.signal()
        }
        #expect(await time.endedSleeps == 0)
    }

    @Test("A cancelled wait ends")
    func cancelled() async {
        let signal = WakeSignal()
        let time = ToldTime()
        let waiting = Task { await signal.wait(atMost: .days(1), by: time) }
        await time.hasSleeper()
        waiting.cancel()
        await waiting.value
        #expect(await time.endedSleeps == 0)
    }
}

/// A time that passes when a test says so.
private actor ToldTime: TimeSource {
    private(set) var endedSleeps = 0
    private var sleepers = 0
    private var endsAtOnce = false

    nonisolated func now() -> Timestamp { .epoch }
    nonisolated func elapsed() -> Duration { .zero }

    func sleep(for interval: Duration) async throws {
        sleepers += 1
        while !endsAtOnce {
            try Task.checkCancellation()
            await Task.yield()
        }
        endedSleeps += 1
    }

    func endSleepsAtOnce() { endsAtOnce = true }

    /// Returns once somebody sleeps.
    func hasSleeper() async {
        while sleepers == 0 { await Task.yield() }
    }
}
