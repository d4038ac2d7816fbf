import Fleet
import Testing

@Suite("Waits after failures")
struct BackOffTests {
    @Test("They double up to the longest, and start again after a reset")
    func doubling() {
        var backOff = BackOff(first: .seconds(1), longest: .seconds(6))
        let waits = (0..<5).map { _ in backOff.next(jitter: 0) }
        #expect(waits == [.seconds(1), .seconds(2), .seconds(4), .seconds(6), .seconds(6)])
        #expect(backOff.failures == 5)
        backOff.reset()
        #expect(backOff.next(jitter: 0) == .seconds(1))
    }

    @Test("Jitter lengthens a wait by half at most", arguments: [-1.0, 0, 0.3, 1, 7])
    func jitter(_ jitter: Double) {
        var backOff = BackOff(first: .seconds(10), longest: .seconds(10))
        let wait = backOff.next(jitter: jitter)
        #expect(wait >= .seconds(10) && wait <= .seconds(15))
    }

    @Test("Failures without end stay at the longest wait")
    func endless() {
        var backOff = BackOff(first: .seconds(1), longest: .seconds(600), failures: 1_000_000)
        #expect(backOff.next(jitter: 0) == .seconds(600))
    }
}
