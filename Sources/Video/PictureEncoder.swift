internal import CFFmpeg
public import Imaging

/// Writes single pictures as JPEG or PNG.
public enum PictureEncoder {
    /// A frame as a JPEG: full-range BT.601, 4:2:0, as JFIF has it.
    ///
    /// - Parameters:
    ///   - frame: At least 16×16, in any encoding.
    ///   - quality: From 1 (smallest) to 100 (best); 80 is a good picture.
    /// - Returns: The file's bytes; the same frame gives the same bytes.
    public static func jpeg(
        _ frame: borrowing Frame, quality: Int
    ) throws(VideoError) -> [UInt8] {
        var encoder = try FrameEncoder(
            .init(
                encoder: "mjpeg", width: frame.width, height: frame.height,
                format: AV_PIX_FMT_YUVJ420P, encoding: .reference,
                quantiser: JPEGQuality.quantiser(quality)), name: "JPEG picture")
        try encoder.send(frame)
        return try onlyPacket(encoder)
    }

    /// A frame as a PNG with 8 bits each of red, green and blue.
    ///
    /// - Parameter frame: At least 16×16, in any encoding.
    /// - Returns: The file's bytes; the same frame gives the same bytes.
    public static func png(_ frame: borrowing Frame) throws(VideoError) -> [UInt8] {
        var encoder = try pngEncoder(
            width: frame.width, height: frame.height, format: AV_PIX_FMT_RGB24)
        try encoder.send(frame)
        return try onlyPacket(encoder)
    }

    /// A plane as a grey PNG that holds its numbers exactly.
    ///
    /// - Parameter plane: At least 16×16.
    /// - Returns: The file's bytes; the same plane gives the same bytes.
    public static func greyPNG(_ plane: borrowing Plane) throws(VideoError) -> [UInt8] {
        var encoder = try pngEncoder(
            width: plane.width, height: plane.height, format: AV_PIX_FMT_GRAY8)
        try encoder.send(plane)
        return try onlyPacket(encoder)
    }

    private static func pngEncoder(
        width: Int, height: Int, format: AVPixelFormat
    ) throws(VideoError) -> FrameEncoder {
        try FrameEncoder(
            .init(
                encoder: "png", width: width, height: height, format: format,
                encoding: .reference, options: [("pred", "mixed")]), name: "PNG picture")
    }

    private static func onlyPacket(_ encoder: borrowing FrameEncoder) throws(VideoError) -> [UInt8]
    {
        encoder.finish()
        guard try encoder.nextPacket() else {
            throw VideoError(.writeFailed, "The encoder gave no picture.")
        }
        return encoder.packet.bytes
    }
}
