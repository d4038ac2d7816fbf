import CPlatform
import FoundationEssentials

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
    /// - Throws: ``SamplerMissing`` when there is none.
    public static func find(
        environment: [String: String], besides program: String = runningProgram
    ) throws(SamplerMissing) -> SamplerExecutable {
        if let path = environment["DUCKWEED_SAMPLER"] {
            guard isExecutable(path) else { throw SamplerMissing(places: [path]) }
            return SamplerExecutable(path: path)
        }
        let folder = program.split(separator: "/", omittingEmptySubsequences: false)
            .dropLast().joined(separator: "/")
        var places = ["\(folder)/duckweed-sampler"]
        if duckweed_cpu_has_x86_64_v3() {
            places.insert("\(folder)/duckweed-sampler-x86-64-v3", at: 0)
        }
        guard let path = places.first(where: isExecutable) else {
            throw SamplerMissing(places: places)
        }
        return SamplerExecutable(path: path)
    }

    /// The path of the program that runs now.
    public static var runningProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    private static func isExecutable(_ path: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: path)
    }
}

/// No sampler program was found.
public struct SamplerMissing: Error, CustomStringConvertible {
    /// Where it was looked for.
    public let places: [String]

    /// What is missing, where it was looked for, and what to do.
    public var description: String {
        "the program duckweed-sampler is missing (looked at \(places.joined(separator: ", "))); "
            + "build it with 'make release', or name it in DUCKWEED_SAMPLER"
    }
}
