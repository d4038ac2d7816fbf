import Alerting
import Testing
import Vocabulary

/// Rules about the camera rather than about the water.
@Suite struct CameraRuleTests {
    private let blind = AlertRule.standard(of: .blind, id: "camera-blind")
    private let moved = AlertRule.standard(of: .moved, id: "camera-moved")

    @Test("a camera without a sample for a day and a half is told as blind, a night is not")
    func blindness() {
        var machine = AlertMachine()
        let night = (0...14).map { gapReading(hours: Double($0), .noColour) }
        #expect(machine.run(night + [waitingReading(hours: 15)], rule: blind) == [])
        #expect(machine.phase == .ok)
        let broken = (16...60).map { gapReading(hours: Double($0), .unreachable) }
        #expect(machine.run(broken, rule: blind) == ["firing@52"])
    }

    @Test("a camera that is looked at once a day must miss three")
    func seldom() {
        var machine = AlertMachine()
        let days = (0...5).map { day in
            gapReading(hours: Double(day) * 24, .unreachable, usualGap: .hours(24))
        }
        #expect(machine.run(days, rule: blind) == ["firing@72"])
    }

    @Test("time in which nobody looked is not held against the camera")
    func nobodyLooked() {
        var machine = AlertMachine()
        let looks = [0.0, 1, 200, 201].map { gapReading(hours: $0, .unreachable) }
        #expect(machine.run(looks, rule: blind) == [])
    }

    @Test("it is over after three usable samples, whatever gaps lie between them")
    func sight() {
        var machine = AlertMachine()
        _ = machine.run((0...36).map { gapReading(hours: Double($0)) }, rule: blind)
        #expect(machine.isOpen)
        let back = [
            waitingReading(hours: 40), gapReading(hours: 41), waitingReading(hours: 42),
            gapReading(hours: 43), waitingReading(hours: 44),
        ]
        #expect(machine.run(back, rule: blind) == ["resolved@44"])
    }

    @Test("evidence of blindness: why, and no threshold")
    func evidence() {
        var machine = AlertMachine()
        let events = (0...36).compactMap {
            machine.step(gapReading(hours: Double($0), .timedOut), rule: blind)
        }
        #expect(events.first?.evidence.gapReason == .timedOut)
        #expect(events.first?.evidence.threshold == nil)
        #expect(events.first?.evidence.coverage == nil, "nothing was ever seen")
    }

    @Test("a turned camera is told after an hour, and other gaps neither help nor hinder")
    func turned() {
        var machine = AlertMachine()
        let looks = [
            gapReading(hours: 0, .moved), gapReading(hours: 0.5, .black),
            gapReading(hours: 0.9, .sceneChanged), gapReading(hours: 1, .moved),
        ]
        #expect(machine.run(looks, rule: moved) == ["firing@1"])
        let later = [gapReading(hours: 20, .noColour), gapReading(hours: 30, .moved)]
        #expect(machine.run(later, rule: moved) == [])
        let approved = [31.0, 32, 33].map { waitingReading(hours: $0) }
        #expect(machine.run(approved, rule: moved) == ["resolved@33"])
    }

    @Test("somebody who looks around for half an hour raises nothing")
    func lookingAround() {
        var machine = AlertMachine()
        let looks = [0.0, 0.2, 0.4, 0.6].map { gapReading(hours: $0, .moved) }
        #expect(machine.run(looks + [waitingReading(hours: 0.7)], rule: moved) == [])
        #expect(machine.run([gapReading(hours: 1.5, .moved)], rule: moved) == [])
    }
}
