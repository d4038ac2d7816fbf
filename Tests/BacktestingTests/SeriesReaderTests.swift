import Backtesting
import Testing
import Vocabulary

@Suite struct SeriesReaderTests {
    private func read(
        _ text: String, parts: Int = 1 << 20
    ) -> (series: [CameraSeries], mistakes: [SeriesMistake]) {
        var reader = SeriesReader(file: "s.csv", camera: "lock-3")
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: parts) {
            reader.read(Array(bytes[start..<min(start + parts, bytes.count)]))
        }
        return (reader.finish(), reader.mistakes)
    }

    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    @Test(
        "columns stand in any order, times have offsets, and blanks and carriage returns are no text"
    )
    func columns() throws {
        let (series, mistakes) = read(
            "coverage, time ,sigma\r\n0.25,2026-06-01T08:00:00+08:00, 0.3\r\n"
                + "2.5e-1,2026-06-01T00:00:00.5Z,\r\n")
        #expect(mistakes.isEmpty)
        #expect(series.map(\.camera) == ["lock-3"])
        #expect(
            series.first?.points == [
                SeriesPoint(
                    time: try moment("2026-06-01T00:00:00Z"), coverage: 0.25, sigmaLogit: 0.3),
                SeriesPoint(time: try moment("2026-06-01T00:00:00.5Z"), coverage: 0.25),
            ])
    }

    @Test("a quality that is not good, and a missing coverage, are gaps")
    func gaps() throws {
        let (series, mistakes) = read(
            """
            time,coverage,quality
            2026-06-01T00:00:00Z,0.3,ok
            2026-06-01T01:00:00Z,0.3,Accepted
            2026-06-01T02:00:00Z,,glare
            2026-06-01T03:00:00Z,0.3,fogBank
            2026-06-01T04:00:00Z,,
            2026-06-01T05:00:00Z,nan,
            """)
        #expect(mistakes.isEmpty)
        #expect(
            series.first?.points.map(\.gapReason)
                == [nil, nil, .glare, .littleVisible, .timedOut, .timedOut])
    }

    @Test("lines are sorted by time for each camera; those of one time stay as they are")
    func order() {
        let (series, _) = read(
            """
            time,coverage,camera
            2026-06-02T00:00:00Z,0.3,b
            2026-06-01T00:00:00Z,0.1,b
            2026-06-01T00:00:00Z,0.2,b
            2026-06-01T00:00:00Z,0.9,"a, left"
            """)
        #expect(series.map(\.camera) == ["b", "a, left"])
        #expect(series.first?.points.map(\.coverage) == [0.1, 0.2, 0.3])
    }

    @Test("it does not matter where the parts of a file end", arguments: [1, 2, 7, 64])
    func parts(size: Int) {
        let text =
            "\u{feff}time,coverage,camera\n# a note\n\n2026-06-01T00:00:00Z,0.1,a\n"
            + "2026-06-01T00:00:00Z,0.2,b\n2026-06-01T02:00:00Z,0.3,a\n2026-06-01T02:00:00Z,0.4,b"
        let whole = read(text)
        #expect(whole.mistakes.isEmpty)
        #expect(whole.series.map(\.points.count) == [2, 2])
        #expect(read(text, parts: size).series == whole.series)
    }

    @Test("each mistake has its line and column, and what would be right")
    func mistakes() {
        let (_, mistakes) = read(
            """
            time,coverage,camera,sigma
            2026-06-01,0.3,a,
            2026-06-01T00:00:00Z,30,a,
            2026-06-01T00:00:00Z,much,a,
            2026-06-01T00:00:00Z,0.3,,
            2026-06-01T00:00:00Z,0.3,a,-1
            2026-06-01T00:00:00Z,0.3
            2026-06-01T00:00:00Z,0.3,a,0.2
            """)
        #expect(mistakes.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(mistakes.map(\.column) == [1, 22, 22, 26, 28, 1])
        #expect(
            mistakes.first?.description.hasPrefix("s.csv:2:1: '2026-06-01' is not a time; ") == true
        )
        #expect(mistakes.dropFirst().first?.suggestion.contains("percent") == true)
    }

    @Test("a first line that names no coverage, and an empty file, are told once")
    func header() {
        #expect(read("when,coverage\n1,2\n3,4\n").mistakes.map(\.line) == [1])
        #expect(read("").mistakes.map(\.message) == ["the file is empty"])
    }

    @Test("decimals are the nearest numbers, as the library reads them")
    func decimals() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2000 {
            let digits = String(random.next() % 1_000_000_000_000_000)
            let text = "0.\(digits.prefix(Int(random.next() % 15) + 1))"
            let (series, _) = read("time,coverage\n2026-06-01T00:00:00Z,\(text)\n")
            #expect(series.first?.points.first?.coverage == Double(text))
        }
    }

    @Test("times are those that the vocabulary reads, whatever date came before")
    func times() throws {
        var random = SeededRandom(seed: 6)
        var text = "time,coverage\n"
        var times: [Timestamp] = []
        for _ in 0..<500 {
            let time = Timestamp.epoch + .seconds(Int64(random.next() % 4_000_000_000))
            times.append(time)
            text += "\(time),0.5\n"
        }
        #expect(read(text).series.first?.points.map(\.time) == times.sorted())
        for wrong in ["2026-02-30T00:00:00Z", "2026-02-27T24:00:00Z", "2026-02-27T00:00:0xZ"] {
            let good = "2026-02-27T00:00:00Z,0.5\n"
            #expect(read("time,coverage\n\(good)\(wrong),0.5\n").mistakes.map(\.line) == [3])
        }
    }
}
