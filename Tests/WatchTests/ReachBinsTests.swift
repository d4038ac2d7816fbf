import JSONLines
import Testing
import Vocabulary
import Watch

/// How samples of several cameras become one coverage of a reach.
@Suite struct ReachBinsTests {
    private let reach = Reach(
        id: "lower", squareMetres: ["a": 100, "b": 300, "c": 100], tags: [:])

    @Test("coverage is weighted by the water that each camera sees")
    func weighted() throws {
        let coverages = run([
            ("a", 0.1, 0.5), ("b", 0.2, 0.1), ("c", 0.3, 0.3), ("a", 2.3, 0.5),
        ])
        let sample = try #require(coverages.first)
        #expect(abs(sample.coverage - (0.5 * 100 + 0.1 * 300 + 0.3 * 100) / 500) < 1e-12)
        #expect(sample.areaSquareMetres.map { abs($0 - 110) < 1e-9 } == true)
        #expect(sample.time == june + .hours(1))
        #expect(sample.visibleShare == 1)
        // Three independent samples are surer than one.
        #expect(sample.sigmaLogit < 0.1)
        #expect(coverages.count == 1)
    }

    @Test("with less than 60 % of the water fresh nothing is said; 60 % are enough")
    func leastShare() {
        #expect(run([("a", 0.1, 0.5), ("c", 0.2, 0.5), ("a", 2.3, 0.5)]) == [])
        #expect(run([("b", 0.1, 0.5), ("b", 2.3, 0.5)]).map(\.coverage) == [0.5])
    }

    @Test("a bin counts until it is 3 h old at the end of a slot")
    func freshness() {
        // At the end of the second slot, 4 h, a sample of 1.2 h is 2.8 h old, one of 0.9 h 3.1 h.
        let young = run([("a", 1.2, 0.9), ("b", 1.5, 0.1), ("b", 3.0, 0.1), ("b", 4.3, 0.1)])
        #expect(young.map { abs($0.coverage - 0.3) < 1e-12 } == [true, true])
        let old = run([("a", 0.9, 0.9), ("b", 1.5, 0.1), ("b", 3.0, 0.1), ("b", 4.3, 0.1)])
        #expect(old.map { abs($0.coverage - 0.3) < 1e-12 } == [true, false])
        #expect(old.last?.coverage == 0.1)
    }

    @Test("a camera's bin is the median of its samples")
    func median() {
        let coverages = run([
            ("b", 0.2, 0.1), ("b", 0.5, 0.9), ("b", 1.0, 0.12), ("b", 2.3, 0.1),
        ])
        #expect(coverages.map(\.coverage) == [0.12])
        #expect(coverages.map(\.frames) == [9])
    }

    @Test("a slot waits 15 min for late samples, and passes over later ones")
    func late() {
        let inTime = run([("b", 1.0, 0.1), ("b", 2.2, 0.5), ("a", 1.9, 0.5), ("b", 2.3, 0.5)])
        #expect(inTime.map { abs($0.coverage - 0.2) < 1e-12 } == [true])
        let tooLate = run([("b", 1.0, 0.1), ("b", 2.3, 0.5), ("a", 1.9, 0.5), ("b", 4.3, 0.5)])
        #expect(tooLate.map(\.coverage) == [0.1, 0.5])
    }

    @Test("the water of one camera unknown: all count alike")
    func equalWeights() {
        let guessed = Reach(id: "lower", squareMetres: ["a": 100, "b": nil])
        #expect(guessed.weights == ["a": 1, "b": 1])
        var bins = ReachBins()
        _ = bins.add(sample("a", 0.1, 0.2), of: guessed)
        _ = bins.add(sample("b", 0.2, 0.4), of: guessed)
        let coverages = bins.add(sample("a", 2.3, 0.2), of: guessed)
        #expect(coverages.map { abs($0.coverage - 0.3) < 1e-12 } == [true])
        #expect(coverages.map(\.areaSquareMetres) == [nil])
    }

    @Test("samples of cameras that the reach no longer has, and of none, change nothing")
    func foreign() {
        var bins = ReachBins()
        let before = bins
        #expect(bins.add(sample("x", 0.1, 0.5), of: reach) == [])
        #expect(bins.add(sample("a", 0.1, .nan), of: reach) == [])
        #expect(bins == before)
    }

    @Test("the order in which the cameras' samples come does not matter", arguments: 0..<20)
    func order(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var moments: [(camera: CameraID, hours: Double, coverage: Double)] = []
        for step in 0..<200 {
            let camera: CameraID = ["a", "b", "c"][Int.random(in: 0..<3, using: &random)]
            moments.append((camera, Double(step) * 0.12, .random(in: 0...1, using: &random)))
        }
        let inOrder = run(moments)
        // Each camera keeps its order, as its claims do, and none is more than 14 min late.
        let shuffled = moments.map { moment in
            (moment, moment.hours + .random(in: 0...0.22, using: &random))
        }
        var arrivals: [(camera: CameraID, hours: Double, coverage: Double)] = []
        var last: [CameraID: Double] = [:]
        let delayed = shuffled.map { moment, arrival in
            let at = max(arrival, last[moment.camera] ?? arrival)
            last[moment.camera] = at
            return (moment, at)
        }
        for (moment, _) in delayed.enumerated().sorted(by: {
            ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
        }).map(\.element) { arrivals.append(moment) }
        #expect(arrivals.map(\.hours) != moments.map(\.hours))
        let outOfOrder = run(arrivals)
        let shared = min(inOrder.count, outOfOrder.count)
        #expect(shared > 8)
        #expect(inOrder.prefix(shared) == outOfOrder.prefix(shared))
    }

    @Test("splitting a run and restoring the state gives the same bytes")
    func restored() throws {
        var whole = ReachBins()
        var split = ReachBins()
        for step in 0..<60 {
            let camera: CameraID = ["a", "b", "c"][step % 3]
            let sample = sample(camera, Double(step) * 0.11, Double(step % 7) / 10)
            let coverages = whole.add(sample, of: reach)
            split = try JSONLine.decode(ReachBins.self, from: JSONLine.encode(split))
            #expect(split.add(sample, of: reach) == coverages)
        }
        #expect(try JSONLine.encode(split) == JSONLine.encode(whole))
    }

    private func run(
        _ moments: [(camera: CameraID, hours: Double, coverage: Double)]
    ) -> [CoverageSample] {
        var bins = ReachBins()
        return moments.flatMap { bins.add(sample($0.camera, $0.hours, $0.coverage), of: reach) }
    }

    private func sample(_ camera: CameraID, _ hours: Double, _ coverage: Double) -> CoverageSample {
        CoverageSample(
            camera: camera, time: june + .hours(hours), coverage: coverage, visibleShare: 1,
            sigmaLogit: 0.15, frames: 3, model: "model-1")
    }
}
