import Foundation

/// `make bench`: what a sample costs, and how many can be judged and kept.
///
/// Figures are compared within one run, as ratios; machines differ and none of this gates a change.
@main
struct Bench {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "duckweed-bench")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        print("CPU time of one sample, in milliseconds\n")
        try await SamplingCost(folder: folder).measure()
        print("\nJudging and keeping, on one core\n")
        try await JudgementRate(folder: folder).measure()
    }
}
