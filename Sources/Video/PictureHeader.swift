/// What the header of a JPEG or PNG picture tells before anything is decoded.
struct PictureHeader {
    /// Kinds of pictures that are read.
    enum Kind {
        case jpeg, png
    }

    /// Which kind it is.
    let kind: Kind
    /// Columns and rows; `nil` where the header is broken.
    let size: (width: Int, height: Int)?
    /// The EXIF block of a JPEG, which begins with a TIFF header.
    let exif: ArraySlice<UInt8>?

    /// Reads a header.
    ///
    /// - Returns: `nil` when the bytes begin neither a JPEG nor a PNG.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            kind = .png
            size = Self.pngSize(bytes)
            exif = nil
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            kind = .jpeg
            (size, exif) = Self.jpegSizeAndEXIF(bytes)
        } else {
            return nil
        }
    }

    /// Reads the `IHDR` chunk, which comes first (PNG specification, section 11.2.2).
    private static func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24 else { return nil }
        func number(at start: Int) -> Int {
            bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        return (number(at: 16), number(at: 20))
    }

    /// Walks the marker segments up to the start of the scan (ITU-T T.81, annex B).
    private static func jpegSizeAndEXIF(
        _ bytes: [UInt8]
    ) -> (size: (width: Int, height: Int)?, exif: ArraySlice<UInt8>?) {
        var exif: ArraySlice<UInt8>?
        var position = 2
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            guard marker != 0xFF else {
                position += 1
                continue
            }
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            let end = position + 2 + length
            guard length >= 2, end <= bytes.count, marker != 0xDA else { break }
            let body = bytes[position + 4..<end]
            if isStartOfFrame(marker), body.count >= 5 {
                let start = body.startIndex
                let height = Int(body[start + 1]) << 8 | Int(body[start + 2])
                let width = Int(body[start + 3]) << 8 | Int(body[start + 4])
                return ((width, height), exif)
            }
            if marker == 0xE1, body.starts(with: Array("Exif\0\0".utf8)) {
                exif = body.dropFirst(6)
            }
            position = end
        }
        return (nil, exif)
    }

    private static func isStartOfFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }
}
