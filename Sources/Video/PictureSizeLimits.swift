/// Sizes of pictures that are read and written.
enum PictureSizeLimits {
    /// Fewest luma samples in a row or a column.
    static let smallest = 16
    /// Most luma samples in a row or a column.
    static let largest = 8192
    /// Most luma samples of one picture: what the decoder itself is told to refuse beyond.
    static let mostPixels = Int64(largest * largest)

    /// Refuses a size outside the limits.
    static func check(width: Int, height: Int, of name: String) throws(VideoError) {
        guard min(width, height) >= smallest else {
            throw VideoError(
                .unsupportedSize,
                "\(name): the picture is too small (\(width)×\(height)); "
                    + "the smallest that is read is \(smallest)×\(smallest).")
        }
        guard max(width, height) <= largest else {
            throw VideoError(
                .unsupportedSize,
                "\(name): the picture is too large (\(width)×\(height)); "
                    + "the largest that is read is \(largest)×\(largest).")
        }
    }
}
