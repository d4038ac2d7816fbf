/// Why an overlay could not be written.
struct OverlayError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "the overlay '\(path)' can't be written: \(reason)" }
}
