import CPlatform
import FoundationEssentials
import Subprocess
import SystemPackage

/// The sampler program that this machine can run.
///
/// Two builds lie beside `duckweed`: one for x86-64-v3 (AVX2, FMA) and one for every CPU. The
/// faster one is taken where the CPU can run it.
public struct SamplerExecutable: Sendable, Hashable {
    /// The path of the program.
    public let path: String

    /// Takes the program at `path`.
    public init(path: String) { self.path = path }

    /// Finds the program: `DUCKWEED_SAMPLER`, else beside the running program.
    ///
    /// A program that does not start here, for want of a library say, is passed over.
    ///
    /// - Throws: ``SamplerMissing`` when there is none that starts.
    public static func find(
        environment: [String: String], besides program: String = runningProgram
    ) async throws(SamplerMissing) -> SamplerExecutable {
        let candidates =
            environment["DUCKWEED_SAMPLER"].map { [SamplerExecutable(path: $0)] }
            ?? candidates(besides: program)
        for candidate in candidates where await candidate.starts() { return candidate }
        throw SamplerMissing(places: candidates.map(\.path))
    }

    /// The path of the program that runs now.
    public static var runningProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    /// The builds that this CPU can run, fastest first.
    private static func candidates(besides program: String) -> [SamplerExecutable] {
        let folder = program.split(separator: "/", omittingEmptySubsequences: false)
            .dropLast().joined(separator: "/")
        let names =
            duckweed_cpu_has_x86_64_v3()
            ? ["duckweed-sampler-x86-64-v3", "duckweed-sampler"] : ["duckweed-sampler"]
        return names.map { SamplerExecutable(path: "\(folder)/\($0)") }
    }

    private func starts() async -> Bool {
        guard FileManager.default.isExecutableFile(atPath: path) else { return false }
        let result = try? await Subprocess.run(
            .path(FilePath(path)), arguments: ["--version"], output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess ?? false
    }
}

/// No sampler program was found that starts.
public struct SamplerMissing: Error, CustomStringConvertible {
    /// Where it was looked for.
    public let places: [String]

    /// What is missing, where it was looked for, and what to do.
    public var description: String {
        "no program duckweed-sampler that starts was found (tried \(places.joined(separator: ", "))); "
            + "build it with 'make release', or name it in DUCKWEED_SAMPLER"
    }
}
