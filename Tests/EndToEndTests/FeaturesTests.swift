import Foundation
import Testing

@Suite("duckweed features", .enabled(if: Program.areBuilt))
struct FeaturesTests {
    /// One line of the list, without its features.
    private struct Cell: Hashable {
        var picture: String
        var row: Int
        var column: Int
        var label: Int
        var featureCount: Int

        init?(_ line: Substring) {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count > 5, let row = Int(fields[1]), let column = Int(fields[2]),
                let label = Int(fields[3]), fields[4...].allSatisfy({ Double($0) != nil })
            else { return nil }
            picture = String(fields[0])
            (self.row, self.column, self.label) = (row, column, label)
            featureCount = fields.count - 5
        }
    }

    /// Names of the features, as the sampler lists them for training.
    private static func featureNames() async throws -> [String] {
        struct Listing: Decodable {
            struct Feature: Decodable { var id: String }
            var features: [Feature]
        }
        let result = try await Program.run("duckweed-sampler", ["--features"])
        return try JSONDecoder().decode(Listing.self, from: Data(result.output.utf8))
            .features.map(\.id)
    }

    @Test("Each cell has its label and features, and a picture no more cells than asked for")
    func cells() async throws {
        let set = try LabelledSet()
        let file = set.scratch.file("cells.csv")
        let result = try await Program.duckweed(
            "features", set.path, "--csv", file, "--cells", "150")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let names = try await Self.featureNames()
        #expect(names.count > 10)
        #expect(lines.first == "picture,row,column,label,weight,\(names.joined(separator: ","))")

        let cells = lines.dropFirst().compactMap(Cell.init)
        #expect(cells.count == 3 * 150 && lines.count == cells.count + 1)
        #expect(cells.allSatisfy { $0.featureCount == names.count })
        #expect(Set(cells).count == cells.count, "no cell is listed twice")
        for picture in ["mats", "burst", "clean"] {
            #expect(cells.count { $0.picture == picture } == 150)
        }
        // Two rows of cells at the top are not water; the left 16 of 40 columns are plants.
        for cell in cells {
            #expect((2..<24).contains(cell.row) && (0..<40).contains(cell.column))
            #expect(cell.label == (cell.picture != "clean" && cell.column < 16 ? 1 : 0))
        }
    }

    @Test("All cells are listed where there are fewer than asked for")
    func allCells() async throws {
        let set = try LabelledSet()
        let file = set.scratch.file("cells.csv")
        _ = try await Program.duckweed("features", set.path, "--csv", file, "--cells", "5000")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1 + 3 * 22 * 40)
    }

    @Test("The same seed gives the same bytes, another seed other cells")
    func determinism() async throws {
        let set = try LabelledSet()
        var lists: [Data] = []
        for seed in ["1", "1", "2"] {
            let file = set.scratch.file("cells.csv")
            let result = try await Program.duckweed(
                "features", set.path, "--csv", file, "--cells", "100", "--seed", seed)
            #expect(result.status == 0, "\(result.errors)")
            lists.append(try Data(contentsOf: URL(filePath: file)))
        }
        #expect(lists[0] == lists[1])
        #expect(lists[0] != lists[2])
    }

    @Test("A picture that can't be read is named, and the others are listed")
    func damagedPicture() async throws {
        let set = try LabelledSet()
        try set.scratch.write("no picture", to: "mats.jpg")
        let file = set.scratch.file("cells.csv")
        let result = try await Program.duckweed(
            "features", set.path, "--csv", file, "--cells", "50")
        #expect(result.status == 1)
        #expect(result.errors.contains("mats.jpg"), "\(result.errors)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("\nmats,"))
        #expect(text.contains("\nburst,") && text.contains("\nclean,"))
    }

    @Test("A file that can't be written is told, and so is a set with a fault")
    func refusals() async throws {
        let set = try LabelledSet()
        let missing = set.scratch.file("no/such/folder/cells.csv")
        let unwritten = try await Program.duckweed("features", set.path, "--csv", missing)
        #expect(unwritten.status == 69)
        #expect(unwritten.errors.contains(missing))
        #expect(unwritten.errors.split(separator: "\n").count == 1, "\(unwritten.errors)")
        let empty = try Scratch()
        let file = empty.file("cells.csv")
        let unset = try await Program.duckweed("features", empty.path, "--csv", file)
        #expect(unset.status == 65)
        #expect(unset.errors.contains("index.csv"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
