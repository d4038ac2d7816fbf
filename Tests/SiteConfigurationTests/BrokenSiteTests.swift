import FoundationEssentials
import SiteConfiguration
import Testing

@Suite("Broken sites are refused with every mistake at its place")
struct BrokenSiteTests {
    private let rewrites = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    @Test("the mistakes are as written beside the file", arguments: SiteFixture.brokenNames)
    func mistakes(name: String) throws {
        let found = SiteFixture.mistakes(of: "Broken/\(name).yaml")
        let golden = "\(SiteFixture.folder)/Broken/\(name).expected.txt"
        if rewrites { try Data(found.utf8).write(to: URL(fileURLWithPath: golden)) }
        #expect(!found.isEmpty)
        #expect(try found == SiteFixture.text("Broken/\(name).expected.txt"))
    }

    @Test("there is a fixture for every kind of mistake")
    func fixturesAreFound() { #expect(SiteFixture.brokenNames.count >= 70) }

    @Test("ten mistakes are told at once, in the order of their places")
    func tenAtOnce() throws {
        let mistakes = try #require(throws: SiteMistakes.self) {
            try SiteFixture.load("Broken/ten-mistakes.yaml")
        }.mistakes
        #expect(mistakes.count == 10)
        let places = mistakes.filter { $0.file.hasSuffix(".yaml") }.map { [$0.line, $0.column] }
        #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(Set(places).count == places.count)
    }

    @Test("no mistake shows a password", arguments: SiteFixture.brokenNames)
    func noSecrets(name: String) {
        #expect(!SiteFixture.mistakes(of: "Broken/\(name).yaml").contains("tulip"))
    }

    @Test(
        "a file that would grow or nest without end is refused",
        arguments: [
            (0...7).reduce("a0: &a0 [x]\n") { text, level in
                let aliases = [String](repeating: "*a\(level)", count: 10).joined(separator: ", ")
                return text + "a\(level + 1): &a\(level + 1) [\(aliases)]\n"
            },
            String(repeating: "[", count: 100_000),
            String(repeating: "- ", count: 100_000),
            (0..<200).map { "k\($0): 1\nk\($0): 2\n" }.joined(),
        ])
    func bombs(text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "site.yaml")
        let mistakes = try #require(throws: SiteMistakes.self) {
            try SiteFile.load(path: path, environment: [:])
        }
        #expect(mistakes.mistakes.count == 1, "a mistake of syntax ends the reading")
    }

    @Test("a missing site file is a mistake too")
    func missingFile() {
        let found = SiteFixture.mistakes(of: "no-such-site.yaml")
        #expect(
            found
                == "no-such-site.yaml:1:1: the site file does not exist; write the path of a site file\n"
        )
    }
}
