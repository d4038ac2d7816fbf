import FoundationEssentials
import Imaging
import SyntheticRiver
import Testing
import Video
import Vocabulary

@Suite struct SceneFolderTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "duckweed-scenes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path(percentEncoded: false))
    }

    private func picture(_ path: String) throws -> Frame {
        var reader = try VideoReader(VideoSource(location: path), deadlineSeconds: 10)
        var frame = Frame()
        _ = try #require(try reader.nextKeyframe(into: &frame))
        return frame
    }

    @Test("pictures, masks and index belong together", arguments: SceneGenerator.allCases)
    func files(generator: SceneGenerator) throws {
        try withFolder { path in
            let scenes = SceneFolder(path: path, generator: generator, seed: 3, frames: 2)
            let rows = try (0..<4).compactMap { try scenes.write($0) }
            try scenes.writeIndex(rows)
            let index = String(
                decoding: try Data(contentsOf: URL(filePath: "\(path)/index.csv")), as: UTF8.self)
            let lines = index.split(separator: "\n").map {
                $0.split(separator: ",").map(String.init)
            }
            let columns = try #require(lines.first)
            #expect(lines.count == rows.count + 1)
            #expect(
                columns.prefix(6) == [
                    "name", "kind", "vegetation", "coverage_image", "coverage_ground", "verdict",
                ])
            for line in lines.dropFirst() {
                #expect(line.count == columns.count)
                let row = Dictionary(uniqueKeysWithValues: zip(columns, line))
                let name = try #require(row["name"])
                let size = (Int(row["width"] ?? ""), Int(row["height"] ?? ""))
                for file in ["\(name)-0.jpg", "\(name)-1.jpg", "\(name).mask.png"] {
                    let frame = try picture("\(path)/\(file)")
                    #expect(frame.width == size.0 && frame.height == size.1)
                }
                let vegetation = try #require(Double(row["vegetation"] ?? ""))
                #expect((row["kind"] == "positive") == (vegetation > 0))
            }
            // Nothing else is left behind, such as a clip that a picture went through.
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names.count == 1 + 3 * rows.count)
        }
    }

    @Test("a burst of one picture is named after its scene")
    func single() throws {
        try withFolder { path in
            let scenes = SceneFolder(path: path, generator: .testing, seed: 3, frames: 1)
            let row = try #require((0..<9).lazy.compactMap { try? scenes.write($0) }.first)
            let name = try #require(row.split(separator: ",").first)
            _ = try picture("\(path)/\(name).jpg")
        }
    }

    @Test("photographed plants change what mats look like")
    func photographs() throws {
        try withFolder { path in
            var frame = Frame(width: 288, height: 288)
            for y in 0..<288 {
                for x in 0..<288 {
                    frame.luma[x, y] = (x / 9 + y / 9) % 2 == 0 ? 150 : 90
                    frame.blueDifference[x / 2, y / 2] = 100
                    frame.redDifference[x / 2, y / 2] = 118
                }
            }
            let jpeg = try PictureEncoder.jpeg(frame, quality: 95)
            try Data(jpeg).write(to: URL(filePath: "\(path)/plants.jpg"))
            let fronds = try FrondLibrary(folder: path)
            let isDifferent = (0..<60).contains { number in
                guard
                    var first = SceneGenerator.training.scene(seed: 12, number: number),
                    var second = SceneGenerator.training.scene(
                        seed: 12, number: number, fronds: fronds),
                    first.width <= 480, first.truth.coverageImage > 0.1
                else { return false }
                var drawn = Frame()
                var photographed = Frame()
                first.drawNext(into: &drawn)
                second.drawNext(into: &photographed)
                let row = drawn.height * 3 / 4
                return (0..<drawn.width).contains {
                    drawn.luma[$0, row] != photographed.luma[$0, row]
                }
            }
            #expect(isDifferent)
        }
    }
}
