import Sampling
import Testing
import Vocabulary

/// The rules by which a view is learnt.
@Suite struct SceneMemoryTests {
    private static func view(_ mark: Int8, sharpness: Double = 1) -> SceneView {
        SceneView(
            signs: Array(repeating: mark, count: SceneView.cellCount), sharpness: sharpness,
            contrast: 20)
    }

    private static func learn(
        _ memory: inout SceneMemory, _ correlation: Double?, view mark: Int8 = 1,
        sharpnessRatio: Double = 1, shift: SceneComparison.Shift? = .init(x: 0.001, y: 0),
        isInPlace: Bool = true
    ) -> Bool {
        let comparison = correlation.map {
            SceneComparison(
                viewIndex: memory.views.count - 1, correlation: $0, shift: shift,
                sharpnessRatio: sharpnessRatio)
        }
        return memory.learn(comparison, isInPlace: isInPlace) { offset in
            var view = view(mark)
            (view.offsetX, view.offsetY) = (offset.x, offset.y)
            return view
        }
    }

    private static var settled: SceneMemory {
        SceneMemory(zone: 7, views: [view(0)], confirmations: SceneMemory.confirmationsMin)
    }

    @Test("an empty memory takes the first good view, and three more frames confirm it")
    func settling() {
        var memory = SceneMemory(zone: 7)
        #expect(Self.learn(&memory, nil))
        #expect(memory.views.count == 1 && !memory.isSettled)
        for _ in 0..<3 {
            #expect(!memory.isSettled)
            #expect(Self.learn(&memory, 0.9))
        }
        #expect(memory.isSettled)
        #expect(!Self.learn(&memory, 0.9), "what is known need not be sent again")
    }

    @Test(
        "before it is settled, a view that is not confirmed is replaced",
        arguments: [(0.1, true), (0.9, false)])
    func replaced(correlation: Double, isInPlace: Bool) {
        var memory = SceneMemory(zone: 7, views: [Self.view(0)], confirmations: 2)
        #expect(Self.learn(&memory, correlation, view: -1, isInPlace: isInPlace))
        #expect(memory.views.map { $0.signs[0] } == [-1])
        #expect(memory.views.map(\.offsetX) == [0])
        #expect(memory.confirmations == 0)
    }

    @Test("another light is added with its offset; the oldest of four makes room")
    func newLight() {
        var memory = Self.settled
        for number in 1...4 {
            #expect(Self.learn(&memory, 0.4, view: number.isMultiple(of: 2) ? 1 : -1))
        }
        #expect(memory.views.map { $0.signs[0] } == [-1, 1, -1, 1])
        #expect(memory.views.allSatisfy { $0.offsetX == 0.001 })
    }

    @Test("nothing is learnt from a frame that is out of place, not sharp, or of unknown shift")
    func nothingDoubtful() {
        var memory = Self.settled
        #expect(!Self.learn(&memory, 0.4, isInPlace: false))
        #expect(!Self.learn(&memory, 0.4, sharpnessRatio: 0.5))
        #expect(!Self.learn(&memory, 0.4, shift: nil))
        #expect(memory == Self.settled)
    }

    @Test("a view grows sharper by a quarter of what is missing, and never less sharp")
    func sharper() {
        var memory = Self.settled
        #expect(Self.learn(&memory, 0.9, sharpnessRatio: 1.4))
        #expect(abs(memory.views[0].sharpness - 1.1) < 1e-9)
        #expect(!Self.learn(&memory, 0.9, sharpnessRatio: 0.7))
        #expect(abs(memory.views[0].sharpness - 1.1) < 1e-9)
    }
}
