import Testing
import Vocabulary

@Suite struct SceneMemoryCodingTests {
    private static let view = SceneView(
        signs: (0..<SceneView.cellCount).map { Int8($0 * $0 % 7 % 3) - 1 }, sharpness: 0.07,
        contrast: 18.5, offsetX: 0.002, offsetY: -0.001)

    @Test("A memory comes back whole")
    func roundTrip() throws {
        let memory = SceneMemory(
            zone: 0xfeed_0000_0000_0001, views: [Self.view, Self.view], confirmations: 3)
        let text = try json(memory)
        #expect(try decode(SceneMemory.self, text) == memory)
        #expect(text.contains(#""zone":"feed000000000001""#))
    }

    @Test("Four views are at most 12 kB of text")
    func size() throws {
        let memory = SceneMemory(zone: 1, views: Array(repeating: Self.view, count: 4))
        #expect(try json(memory).utf8.count < 12_000)
    }

    @Test("Three cells are one character, in base 3 from the dot on")
    func text() throws {
        func cells(_ sign: Int8) throws -> String {
            let view = SceneView(
                signs: Array(repeating: sign, count: SceneView.cellCount), sharpness: 1,
                contrast: 1)
            return try json(view)
        }
        #expect(try cells(0).contains("mmmmmmmm"))
        #expect(try cells(1).contains("zzzzzzzz"))
        #expect(try cells(-1).contains("........"))
    }

    @Test("Cells that are none are refused", arguments: ["", "abc", "A"])
    func wrongCells(text: String) {
        let cells = text == "A" ? String(repeating: "A", count: 2731) : text
        #expect(throws: (any Error).self) {
            try decode(
                SceneView.self,
                #"{"cells":"\#(cells)","sharpness":1,"contrast":1,"offsetX":0,"offsetY":0}"#)
        }
    }
}
