import Fleet
import SiteConfiguration
import Vocabulary

extension ZoneOutline {
    /// Reads the file of `--zone`; a bad one ends the program.
    static func load(_ path: String) throws -> ZoneOutline {
        do {
            return try ZoneFile.load(path: path)
        } catch {
            throw ProgramFailure(
                error.mistakes.map { "\($0)" }.joined(separator: "\n"), exit: .badInput)
        }
    }
}

extension SamplerExecutable {
    /// Finds the sampler; without one the program ends.
    static func findOrFail(_ environment: [String: String]) throws -> SamplerExecutable {
        do {
            return try find(environment: environment)
        } catch {
            throw ProgramFailure("\(error)", exit: .unavailable)
        }
    }
}
