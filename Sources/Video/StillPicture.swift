internal import CFFmpeg
internal import Imaging
internal import Vocabulary

/// Decodes single JPEG and PNG files.
struct StillPicture: ~Copyable {
    /// Longest file that is read; a larger one is no picture of a river.
    private static let mostBytes = 64 << 20

    private let packet: MediaPacket
    private let picture: NativePicture
    private var converter: FrameConverter

    init() throws(VideoError) {
        let packet = try MediaPacket()
        let picture = try NativePicture()
        self.packet = packet
        self.picture = picture
        converter = FrameConverter()
    }

    /// Overwrites `frame` with the picture in a file, upright.
    ///
    /// - Returns: Whether the decoder met errors, and when the picture was taken, as its name or
    ///   its header says.
    mutating func read(
        _ path: String, into frame: inout Frame
    ) throws(VideoError) -> (isDamaged: Bool, recordedTime: Timestamp?) {
        let (header, outcome) = try Self.decode(path, packet, into: picture)
        try converter.convert(
            picture, isStill: true,
            orientation: DisplayOrientation(picture: picture) ?? .upright, into: &frame)
        packet.clear()
        picture.clear()
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return (
            outcome == .damaged,
            FileNameTime.moment(in: name) ?? header.exif.flatMap(EXIFTime.moment(in:))
        )
    }

    /// Decodes a file into `picture` in the pixel format in which it is stored.
    static func decode(
        _ path: String, _ packet: borrowing MediaPacket, into picture: borrowing NativePicture
    ) throws(VideoError) -> (PictureHeader, KeyframeDecoder.Outcome) {
        guard case .file(let byteCount) = try PlainFile.kind(of: path) else {
            throw VideoError(.notAFile, "\(path): this is a folder, not a picture.")
        }
        guard byteCount > 0 else { throw VideoError(.empty, "\(path): the file is empty.") }
        guard byteCount <= mostBytes else {
            throw VideoError(.unsupportedSize, "\(path): the file is too large for a picture.")
        }
        let bytes = try PlainFile.bytes(of: path, most: mostBytes)
        guard let header = PictureHeader(bytes) else {
            throw VideoError(.notVideo, "\(path): this is neither a JPEG nor a PNG picture.")
        }
        if let size = header.size {
            try PictureSizeLimits.check(width: size.width, height: size.height, of: path)
        }
        let codec = header.kind == .jpeg ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_PNG
        let decoder = try KeyframeDecoder(stillsOf: codec, of: path)
        try packet.fill(with: bytes)
        let outcome = decoder.decode(packet, into: picture)
        guard outcome != .nothing else {
            throw VideoError(.damaged, "\(path): the picture is damaged and can't be decoded.")
        }
        try PictureSizeLimits.check(width: picture.width, height: picture.height, of: path)
        return (header, outcome)
    }
}
