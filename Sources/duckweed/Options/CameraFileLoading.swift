import SiteConfiguration
import Vocabulary

extension CameraRecalibration {
    /// Reads the file of `--recalibration`; a bad one ends the program.
    static func load(_ path: String) throws -> CameraRecalibration {
        do {
            return try RecalibrationFile.load(path: path)
        } catch {
            throw ProgramFailure(
                error.mistakes.map { "\($0)" }.joined(separator: "\n"), exit: .badInput)
        }
    }
}

extension ZoneDefinition {
    /// Reads the file of `--zone`; a bad one ends the program.
    static func load(_ path: String) throws -> ZoneDefinition {
        do {
            return try ZoneFile.load(path: path)
        } catch {
            throw ProgramFailure(
                error.mistakes.map { "\($0)" }.joined(separator: "\n"), exit: .badInput)
        }
    }
}
