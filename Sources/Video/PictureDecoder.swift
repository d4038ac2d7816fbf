internal import CFFmpeg
public import Imaging

/// Reads pictures whose numbers mean something other than colour, such as zone masks.
public enum PictureDecoder {
    /// The 8-bit numbers that a PNG stores, exactly.
    ///
    /// Read are grey PNGs; RGB ones whose three channels are equal everywhere; and ones with a
    /// palette: the palette's grey where every entry is grey, else the number of the entry. One bit
    /// a sample becomes 0 and 255.
    /// - Parameter path: A PNG file from 16×16 to 8192×8192.
    /// - Throws: A ``VideoError`` when the file is something else or can't be read.
    public static func greyPlane(path: String) throws(VideoError) -> Plane {
        let packet = try MediaPacket()
        let picture = try NativePicture()
        let (header, outcome) = try StillPicture.decode(path, packet, into: picture)
        guard header.kind == .png else {
            throw VideoError(
                .notVideo, "\(path): a mask is a PNG picture; JPEG does not keep numbers exactly.")
        }
        guard outcome == .whole else {
            throw VideoError(.damaged, "\(path): the picture is damaged.")
        }
        let reading = try SampleReading(picture, path)
        var plane = Plane(width: picture.width, height: picture.height)
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                guard let value = reading.value(x, y) else {
                    throw VideoError(
                        .notVideo,
                        "\(path): the pixel at \(x),\(y) has a colour; a mask is grey.")
                }
                plane[x, y] = value
            }
        }
        return plane
    }
}

/// How the sample at one place of a decoded picture is found; used while the picture is held.
private struct SampleReading {
    private enum Layout {
        case grey(bytesPerPixel: Int)
        case colour(bytesPerPixel: Int)
        case bits
        case palette([UInt8])
    }

    private let origin: UnsafePointer<UInt8>
    private let stride: Int
    private let layout: Layout

    init(_ picture: borrowing NativePicture, _ path: String) throws(VideoError) {
        guard let data = picture.planes[0] else { throw .outOfMemory }
        origin = UnsafePointer(data)
        stride = Int(picture.strides[0])
        switch picture.format {
        case AV_PIX_FMT_GRAY8: layout = .grey(bytesPerPixel: 1)
        case AV_PIX_FMT_YA8: layout = .grey(bytesPerPixel: 2)
        case AV_PIX_FMT_RGB24: layout = .colour(bytesPerPixel: 3)
        case AV_PIX_FMT_RGBA: layout = .colour(bytesPerPixel: 4)
        case AV_PIX_FMT_MONOBLACK: layout = .bits
        case AV_PIX_FMT_PAL8: layout = .palette(Self.palette(picture.planes[1]))
        default:
            throw VideoError(
                .unsupportedCodec,
                "\(path): a mask has 8 bits a sample; this one is \(picture.format.name).")
        }
    }

    /// The number at a place; `nil` where the three channels differ.
    func value(_ x: Int, _ y: Int) -> UInt8? {
        let row = origin + y * stride
        switch layout {
        case .grey(let step): return row[x * step]
        case .bits: return row[x / 8] >> UInt8(7 - x % 8) & 1 == 0 ? 0 : 255
        case .palette(let numbers): return numbers[Int(row[x])]
        case .colour(let step):
            let (red, green, blue) = (row[x * step], row[x * step + 1], row[x * step + 2])
            return red == green && green == blue ? red : nil
        }
    }

    /// What each of the 256 entries stands for; entries are 32-bit ARGB.
    private static func palette(_ data: UnsafeMutablePointer<UInt8>?) -> [UInt8] {
        let entries = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : 1024)
        let greys = (0..<entries.count / 4).map { entry -> UInt8? in
            let colour = entries.loadUnaligned(fromByteOffset: entry * 4, as: UInt32.self)
            let (red, green, blue) = (colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF)
            return red == green && green == blue ? UInt8(blue) : nil
        }
        let known = greys.compactMap { $0 }
        return known.count == 256 ? known : (0...255).map { UInt8($0) }
    }
}
