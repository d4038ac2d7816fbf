public import Vocabulary

/// Why video could not be read or written, in one sentence for a person.
///
/// The sentence names the file or camera, never a user name, a password or a query string.
public struct VideoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no such file, or the camera has nothing at this path.
        case notFound
        /// The file may not be read or written.
        case notPermitted
        /// The path names something that is not a plain file or a folder.
        case notAFile
        /// The file or folder holds nothing.
        case empty
        /// The content is not video or a picture of a kind that is read.
        case notVideo
        /// There is sound or data but no video.
        case noVideoStream
        /// The video is of a codec that is not read.
        case unsupportedCodec
        /// The picture is smaller or larger than what is read.
        case unsupportedSize
        /// The content is damaged so that nothing could be decoded.
        case damaged
        /// The camera did not answer in time.
        case timedOut
        /// The camera could not be reached.
        case unreachable
        /// The camera refused the user name or the password.
        case unauthorised
        /// The camera ended the connection.
        case closed
        /// What was asked for can't be done with this source or these settings.
        case invalidRequest
        /// The file could not be written.
        case writeFailed
        /// Memory ran out, or the library lacks a part that is always there.
        case outOfResources
    }

    /// What kind of failure it is.
    public let code: Code
    /// What happened, where, and what to do, in one sentence.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The sentence.
    public var description: String { message }

    /// What the failure means for the camera's series of samples.
    public var gapReason: GapReason {
        switch code {
        case .unauthorised: .unauthorised
        case .timedOut: .timedOut
        case .damaged, .empty: .corruptMedia
        case .notVideo, .noVideoStream, .unsupportedCodec, .unsupportedSize, .notAFile,
            .invalidRequest:
            .unsupportedMedia
        case .notFound, .notPermitted, .unreachable, .closed, .writeFailed, .outOfResources:
            .unreachable
        }
    }
}
