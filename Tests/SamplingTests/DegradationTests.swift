import Sampling
import Testing
import Vocabulary

@Suite struct DegradationTests {
    private func factor(
        visibleShare: Double = 1, _ change: (inout Degradation) -> Void
    ) -> Double {
        var degradation = Degradation()
        change(&degradation)
        return degradation.sigmaFactor(visibleShare: visibleShare)
    }

    @Test("A frame without fault keeps its deviation")
    func none() {
        #expect(factor { _ in } == 1)
        #expect(
            factor {
                $0.glareShare = 0.1
                $0.sharpnessRatio = 0.6
                $0.blockiness = 1.6
            } == 1)
        #expect(factor { $0.sharpnessRatio = 1.7 } == 1)
    }

    @Test("Each fault widens the deviation by its formula")
    func each() {
        #expect(factor { $0.glareShare = 0.3 } == 1.9)
        #expect(abs(factor { $0.sharpnessRatio = 0.35 } - 3) < 1e-9)
        #expect(abs(factor { $0.blockiness = 5 } - 2) < 1e-9)
        #expect(abs(factor { $0.shiftShare = 0.01 } - 2) < 1e-9)
    }

    @Test("Faults multiply")
    func product() {
        let both = factor {
            $0.glareShare = 0.3
            $0.shiftShare = 0.005
        }
        #expect(abs(both - 1.9 * 1.5) < 1e-9)
    }

    @Test("Glare that the segmenter could not judge is not counted twice")
    func glareThatIsUnseen() {
        #expect(factor(visibleShare: 0.7) { $0.glareShare = 0.3 } == 1)
        #expect(factor(visibleShare: 0.6) { $0.glareShare = 0.3 } == 1)
        #expect(abs(factor(visibleShare: 0.8) { $0.glareShare = 0.3 } - 1.9 / 1.6) < 1e-9)
        #expect(factor(visibleShare: 0.95) { $0.glareShare = 0.3 } == 1.9)
    }
}
