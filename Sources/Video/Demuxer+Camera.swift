internal import CFFmpeg
internal import CPlatform
internal import Vocabulary

extension Demuxer {
    /// Longest user name and password, percent-encoded with a colon between, that libavformat's
    /// RTSP client keeps; it would cut longer ones in silence.
    private static let mostCredentialBytes = 127

    /// Connects to a camera that speaks RTSP.
    init(
        rtsp address: CameraAddress, of source: VideoSource, deadlineSeconds: Double
    ) throws(VideoError) {
        let name = address.displayName
        let url = try Self.privateURL(address, source)
        let settings = LiveOptions.rtsp(address.scheme, deadlineSeconds: deadlineSeconds)
        var options = MediaOptions(settings)
        let deadline = ReadDeadline(seconds: deadlineSeconds)
        let startedAt = duckweed_monotonic_nanoseconds()
        let input: InputContext
        do {
            input = try InputContext(
                url: url, format: "rtsp", options: &options, deadline: deadline)
        } catch {
            // A camera that never answers makes libavformat say "invalid data" after its timeout.
            let waitedSeconds = Double(duckweed_monotonic_nanoseconds() - startedAt) / 1e9
            let isTimeout =
                error.code == CFFMPEG_ERROR_INVALID_DATA
                && waitedSeconds >= min(LiveOptions.silenceSeconds, deadlineSeconds) * 0.9
            throw .live(
                isTimeout ? CFFMPEG_ERROR_TIMED_OUT : error.code, name,
                while: "opening the stream")
        }
        try self.init(input, name: name, isLive: true, ignoredOptions: options.names)
    }

    /// Requests a web address, and reads what it answers as a picture or a stream of them.
    init(
        http address: CameraAddress, of source: VideoSource, deadlineSeconds: Double,
        isSnapshot: inout Bool
    ) throws(VideoError) {
        let name = address.displayName
        let url = try Self.privateURL(address, source)
        var request = MediaOptions(
            LiveOptions.httpRequest(address, deadlineSeconds: deadlineSeconds))
        let deadline = ReadDeadline(seconds: deadlineSeconds)
        let connection: HTTPConnection
        do {
            connection = try HTTPConnection(
                url: url, options: &request, deadline: ReadDeadline(sameAs: deadline))
        } catch {
            throw .live(error.code, name, while: "requesting the picture")
        }
        // libavformat can't be kept from following; what it was led to is not looked at.
        guard [url, ""].contains(connection.finalAddress) else {
            throw VideoError(
                .unreachable,
                "\(name): the camera sends us to another address; configure the final one.")
        }
        let content = HTTPContent(
            contentType: connection.contentType, pathExtension: address.pathExtension)
        var options = MediaOptions(LiveOptions.httpContent(content))
        let input: InputContext
        do {
            input = try InputContext(
                url: "", format: content.demuxer, options: &options, connection: connection,
                deadline: deadline)
        } catch {
            throw .live(error.code, name, while: "reading the picture")
        }
        if content.needsProbing { avformat_find_stream_info(input.pointer, nil) }
        isSnapshot = content.isSnapshot
        try self.init(
            input, name: name, isLive: true, ignoredOptions: request.names + options.names)
    }

    private static func privateURL(
        _ address: CameraAddress, _ source: VideoSource
    ) throws(VideoError) -> String {
        let url = address.privateURL(credentials: source.credentials, address: source.address)
        let authority =
            url.prefix { $0 != "@" }.utf8.count - "\(address.scheme.rawValue)://".utf8.count
        guard source.credentials == nil || authority <= mostCredentialBytes else {
            throw VideoError(
                .invalidRequest,
                "\(address.displayName): user name and password are too long; percent-encoded "
                    + "they may take \(mostCredentialBytes) bytes together.")
        }
        return url
    }
}
