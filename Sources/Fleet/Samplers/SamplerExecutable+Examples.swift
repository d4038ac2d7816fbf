import JSONLines
import Subprocess
import SystemPackage
public import Vocabulary

extension SamplerExecutable {
    /// Why no list could be written.
    public struct ExampleListProblem: Error, CustomStringConvertible {
        /// A sentence without its full stop.
        public let description: String
    }

    /// Has the sampler list the cells of labelled pictures, with their features, into a CSV file.
    ///
    /// - Returns: What could not be read, a line for each picture; `nil` when all was.
    /// - Throws: ``ExampleListProblem`` where nothing could be listed.
    public func listExamples(
        _ requests: [ExampleRequest], into path: String
    ) async throws -> String? {
        let lines = try requests.map { try JSONLine.encode($0) }
        let target: FileDescriptor
        do {
            target = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw ExampleListProblem(description: "\(path) can't be written: \(error)")
        }
        let result = try await Subprocess.run(
            .path(FilePath(self.path)), arguments: ["--examples"],
            input: .string(lines.joined(separator: "\n")),
            output: .fileDescriptor(target, closeAfterSpawningProcess: true),
            error: .string(limit: 1 << 20))
        return result.terminationStatus.isSuccess ? nil : result.standardError
    }
}
