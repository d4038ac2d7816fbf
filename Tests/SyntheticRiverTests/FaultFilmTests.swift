import Imaging
import SyntheticRiver
import Testing
import Vocabulary

@Suite struct FaultFilmTests {
    /// A keyframe's figures, for telling faults apart without the product's own gate.
    private struct Figures {
        var luma: [Double] = []
        var meanLuma = 0.0
        var burntShare = 0.0
        var chroma = 0.0
        /// Mean step of luma from pixel to pixel, at borders of 8×8 blocks and elsewhere.
        var borderStep = 0.0
        var innerStep = 0.0
    }

    private func play(
        _ fault: CameraFault, seed: UInt64 = 1, width: Int = 240, height: Int = 136
    ) -> (truth: FaultTruth, good: Figures, faulty: [Figures]) {
        var film = FaultFilm(
            FaultPlan(
                fault, seed: seed, width: width, height: height, goodSamples: 2,
                faultySamples: 2, framesPerSample: 1))
        var figures: [Figures] = []
        let truth = film.play { frame in figures.append(Self.figures(frame)) }
        return (truth, figures[1], Array(figures[2...]))
    }

    private static func figures(_ frame: borrowing Frame) -> Figures {
        var figures = Figures()
        var (border, inner) = (0.0, 0.0)
        for y in 0..<frame.height {
            for x in 0..<frame.width {
                let luma = Double(frame.luma[x, y])
                figures.luma.append(luma)
                figures.meanLuma += luma
                if luma > 235 { figures.burntShare += 1 }
                figures.chroma +=
                    abs(Double(frame.blueDifference[x / 2, y / 2]) - 128)
                    + abs(Double(frame.redDifference[x / 2, y / 2]) - 128)
                guard x > 0 else { continue }
                let step = abs(luma - Double(frame.luma[x - 1, y]))
                if x % 8 == 0 {
                    figures.borderStep += step
                    border += 1
                } else {
                    figures.innerStep += step
                    inner += 1
                }
            }
        }
        let count = Double(frame.width * frame.height)
        figures.meanLuma /= count
        figures.burntShare /= count
        figures.chroma /= count
        figures.borderStep /= border
        figures.innerStep /= inner
        return figures
    }

    /// Mean difference of luma.
    private func difference(_ first: Figures, _ second: Figures) -> Double {
        zip(first.luma, second.luma).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(first.luma.count)
    }

    @Test(
        "each clip begins well and says what should become of the rest",
        arguments: CameraFault.allCases)
    func truth(fault: CameraFault) {
        let (truth, good, faulty) = play(fault)
        #expect(truth.keyframes.map(\.isGood) == [true, true, false, false])
        #expect(truth.keyframes.prefix(2).allSatisfy { $0.expected == [.accept] })
        #expect(truth.keyframes.suffix(2).allSatisfy { $0.expected == fault.expected })
        #expect(!fault.expected.isEmpty)
        #expect(truth.keyframes.allSatisfy { (0.02...0.5).contains($0.coverageImage) })
        #expect((60...190).contains(good.meanLuma))
        #expect(good.burntShare < 0.35)
        #expect(good.borderStep < 1.3 * good.innerStep)
        if fault != .frozen {
            #expect(faulty.allSatisfy { difference($0, good) > 0.5 })
        }
    }

    @Test("a frozen camera sends the very same picture")
    func frozen() {
        let (_, good, faulty) = play(.frozen)
        #expect(faulty.allSatisfy { $0.luma == good.luma })
    }

    @Test("light that is missing or too much")
    func light() {
        #expect(play(.dark).faulty.allSatisfy { $0.meanLuma < 12 })
        #expect(play(.overexposed).faulty.allSatisfy { $0.burntShare > 0.5 })
        #expect(play(.glare).faulty.allSatisfy { $0.burntShare > 0.2 })
        #expect(play(.infrared).faulty.allSatisfy { $0.chroma < 1.5 })
    }

    @Test("detail that is lost", arguments: [CameraFault.fog, .blur])
    func detail(fault: CameraFault) {
        let (_, good, faulty) = play(fault)
        #expect(faulty.allSatisfy { $0.innerStep < 0.6 * good.innerStep })
    }

    @Test("blocks stand out at their borders")
    func blocks() {
        let (_, _, faulty) = play(.compression)
        #expect(faulty.allSatisfy { $0.borderStep > 1.8 * $0.innerStep })
    }

    @Test("a camera that leans moves the picture by what the truth says", arguments: [1, 2, 3])
    func moved(seed: UInt64) {
        let width = 480
        let (truth, good, faulty) = play(.movedSmall, seed: seed, width: width, height: 270)
        #expect((0.003...0.008).contains(abs(truth.shift.y) / Double(width)))
        // The rows above the water, moved back by the shift, fit far better than as they are.
        func misfit(_ shift: Int) -> Double {
            var (sum, count) = (0.0, 0.0)
            for y in 28..<80 {
                for x in 0..<width {
                    let moved = faulty[0].luma[(y + shift) * width + x]
                    sum += abs(good.luma[y * width + x] - moved)
                    count += 1
                }
            }
            return sum / count
        }
        let best = (-14...14).min { misfit($0) < misfit($1) } ?? 0
        #expect(abs(Double(best) - truth.shift.y) < 1)
    }

    @Test("a plan gives the same frames each time, another seed another place")
    func determinism() {
        let (first, again, other) = (play(.rain), play(.rain), play(.rain, seed: 2))
        #expect(first.faulty[1].luma == again.faulty[1].luma)
        #expect(first.good.luma != other.good.luma)
    }
}
