import Alerting
import JSONLines
import Testing
import Vocabulary

/// When alerts are a storm.
@Suite struct StormBreakerTests {
    private let settings = StormSettings(factor: 3, floor: 10)

    @Test("so many alerts as the floor are told one by one; the next ones are summed up")
    func opens() {
        var breaker = StormBreaker()
        let told = (0..<15).map { breaker.admits(at: june + .seconds($0), settings: settings) }
        #expect(told == Array(repeating: true, count: 10) + Array(repeating: false, count: 5))
        #expect(breaker.isOpen)
    }

    @Test("alerts that are spread over more than an hour are no storm")
    func spread() {
        var breaker = StormBreaker()
        for index in 0..<200 {
            let isTold = breaker.admits(at: june + .seconds(420 * index), settings: settings)
            #expect(isTold)
        }
    }

    @Test("it closes when the rate has fallen to half of the limit, and not before")
    func closes() {
        var breaker = StormBreaker()
        for second in 0..<11 { _ = breaker.admits(at: june + .seconds(second), settings: settings) }
        let minute = { (count: Int) in june + .seconds(60 * count) }
        breaker.advance(to: minute(59), settings: settings)
        #expect(breaker.isOpen)
        let told = (0..<6).map { _ in breaker.admits(at: minute(59), settings: settings) }
        #expect(!told.contains(true))
        breaker.advance(to: minute(118), settings: settings)
        #expect(breaker.alertsOfLastHour == 6)
        #expect(breaker.isOpen, "half of the limit is 5")
        breaker.advance(to: minute(119), settings: settings)
        #expect(!breaker.isOpen)
    }

    @Test("where many alerts are usual, more of them are no storm")
    func usualRate() {
        // 24 an hour for 60 days: an hour with 60 is three times less one dozen.
        var breaker = StormBreaker()
        var time = june
        for _ in 0..<60 * 24 * 24 {
            time = time + .seconds(150)
            _ = breaker.admits(at: time, settings: settings)
        }
        #expect(!breaker.isOpen, "a season that lasts becomes usual")
        for _ in 0..<30 { _ = breaker.admits(at: time, settings: settings) }
        #expect(!breaker.isOpen)
        for _ in 0..<30 { _ = breaker.admits(at: time, settings: settings) }
        #expect(breaker.isOpen)
    }

    @Test("one storm does not make the next one usual")
    func stormIsNotUsual() {
        var breaker = StormBreaker()
        for index in 0..<5000 {
            _ = breaker.admits(at: june + .milliseconds(index), settings: settings)
        }
        let later = june + .days(1)
        let told = (0..<20).map { breaker.admits(at: later + .seconds($0), settings: settings) }
        #expect(told.filter(\.self).count == 10)
    }

    @Test("a clock that was set back changes nothing, and the state comes back from JSON")
    func stored() throws {
        var breaker = StormBreaker()
        for second in 0..<11 { _ = breaker.admits(at: june + .seconds(second), settings: settings) }
        breaker.advance(to: june - .days(3), settings: settings)
        #expect(breaker.isOpen)
        #expect(
            try JSONLine.decode(StormBreaker.self, from: JSONLine.encode(breaker)) == breaker)
    }
}
