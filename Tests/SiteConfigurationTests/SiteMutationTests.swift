import Alerting
import FoundationEssentials
import SiteConfiguration
import Testing

@Suite("A site file that was changed at random")
struct SiteMutationTests {
    /// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private struct SplitMix64: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    private static let pieces =
        "{}[]:,-#&*!|>'\"%@`?\n\t ~0é水\u{0}\u{7}\u{e000}".map { Array(String($0).utf8) }
        + ["<<: ", "*a", "&a ", "null", "- ", "../", "env:", "file:", "1e999", "---\n", "\r\n"]
        .map { Array($0.utf8) } + [[0xff], [0xc3]]

    @Test(
        "is read as a site or refused with mistakes in order, never anything else",
        arguments: [
            ("full.yaml", 2000), ("cameras.csv", 400), ("cameras.geojson", 400),
            ("zones/lock-3.json", 400),
        ])
    func mutations(name: String, count: Int) throws {
        let folder = try MutableSite()
        let original = Array(try SiteFixture.text(name).utf8)
        let site = name == "full.yaml" ? name : MutableSite.siteNaming(name)
        var refused = 0
        for seed in 0..<count {
            var random = SplitMix64(state: UInt64(seed))
            try folder.write(Self.mutated(original, &random), to: name)
            do {
                let site = try SiteFile.load(
                    path: "\(folder.path)/\(site)", environment: SiteFixture.environment)
                #expect(!site.cameras.isEmpty && site.routes.hasDefault, "seed \(seed)")
            } catch {
                refused += 1
                #expect(!error.mistakes.isEmpty, "seed \(seed)")
                #expect(
                    error.mistakes.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "seed \(seed)")
            }
        }
        #expect(
            (count / 10..<count).contains(refused), "mutations should break many files, not all")
    }

    /// One to three changes: bytes removed, doubled, swapped or put in.
    private static func mutated(_ original: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...20, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes.swapAt(start, end - 1)
            default:
                guard let piece = pieces.randomElement(using: &random) else { continue }
                bytes.insert(contentsOf: piece, at: start)
            }
        }
        return bytes
    }
}

/// A copy of the good fixtures in which files may be changed.
private final class MutableSite {
    private let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/Sites"
        try FileManager.default.copyItem(atPath: SiteFixture.folder, toPath: path)
    }

    /// The good site that reads the file given.
    static func siteNaming(_ name: String) -> String {
        switch name {
        case "cameras.csv": "from-csv.yaml"
        case "cameras.geojson": "from-geojson.yaml"
        default: "full.yaml"
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
}
