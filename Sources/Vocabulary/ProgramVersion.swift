/// The version of all programs of this package.
public enum ProgramVersion {
    /// Semantic version 2.0.0.
    public static let current = "0.1.0"
}
