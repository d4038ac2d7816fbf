import FoundationEssentials
import SiteConfiguration
import Testing

@Suite("The reference of the site file")
struct SiteReferenceTests {
    @Test("docs/site-file.md tells every key of the full site")
    func keys() throws {
        let project = SiteFixture.folder.dropLast("/Fixtures/Sites".count)
        let reference = try String(
            contentsOfFile: "\(project)/docs/site-file.md", encoding: .utf8)
        let text = try SiteFixture.text("full.yaml")
        let keys = text.split(separator: "\n").flatMap { line in
            line.prefix { $0 != "#" }.split(separator: ":", omittingEmptySubsequences: false)
                .dropLast().filter { $0.last.map { $0.isLetter } ?? false }
                .compactMap { $0.split { !$0.isLetter && $0 != "-" }.last.map(String.init) }
        }
        let tags: Set = ["district", "reach"]
        let notKeys: Set = ["rtsp", "env", "file"]
        for key in Set(keys).subtracting(tags).subtracting(notKeys) {
            #expect(reference.contains("`\(key)`"), "'\(key)' is not in the reference")
        }
        #expect(Set(keys).count > 30)
    }
}
