extension KeyedDecodingContainer {
    /// The error of a stored state that another program wrote and this one does not read.
    ///
    /// - Parameters:
    ///   - version: The version that was found.
    ///   - key: Where it stands.
    ///   - state: What was stored, as it goes on from "the stored": `rule`.
    ///   - readable: What this program reads: `version 2`.
    /// - Returns: An error that names both and says what to do.
    public func unreadableVersion(
        _ version: Int, forKey key: Key, of state: String, readable: String
    ) -> DecodingError {
        .dataCorruptedError(
            forKey: key, in: self,
            debugDescription: "the stored \(state) has version \(version), and this program reads "
                + "\(readable); use the program that wrote it or a newer one")
    }
}
