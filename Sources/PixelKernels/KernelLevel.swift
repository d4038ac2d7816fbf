/// Which form of the kernels to run.
///
/// The scalar forms say what a kernel computes; the fast ones give the same bytes sooner.
public enum KernelLevel: Hashable, Sendable {
    /// The plain reference.
    case scalar
    /// The form that vector instructions carry out.
    case fast

    /// Reads the value of the environment variable `DUCKWEED_KERNELS`.
    ///
    /// `scalar` forces the reference; anything else, or `nil`, means fast.
    public init(environmentValue: String?) {
        self = environmentValue == "scalar" ? .scalar : .fast
    }
}
