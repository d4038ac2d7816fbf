/// What an exit code of the programs means.
///
/// Scripts rely on the numbers (BSD `sysexits.h`).
public enum ProgramExit: Int32, Sendable {
    /// All was done.
    case done = 0
    /// What could be done was done; the output says what was not.
    case doneInPart = 1
    /// The command line is wrong.
    case usage = 64
    /// The input data is wrong.
    case badInput = 65
    /// Something that is needed is not available.
    case unavailable = 69
    /// It may go better later.
    case tryAgain = 75
    /// The configuration is wrong.
    case configuration = 78
}
