internal import Vocabulary

/// Reads the moment a picture was taken from the EXIF block of a JPEG.
///
/// Tags are those of CIPA DC-008 (EXIF 2.32): `DateTimeOriginal`, with `OffsetTimeOriginal` where
/// the camera wrote one; without it the time is taken as UTC.
struct EXIFTime {
    private static let exifDirectoryTag: UInt16 = 0x8769
    private static let dateTimeOriginalTag: UInt16 = 0x9003
    private static let offsetTimeOriginalTag: UInt16 = 0x9011

    private let bytes: ArraySlice<UInt8>
    private let isLittleEndian: Bool

    /// The moment that the block tells, or `nil`.
    static func moment(in exif: ArraySlice<UInt8>) -> Timestamp? {
        guard let reader = EXIFTime(exif), let first = reader.long(at: 4),
            let directory = reader.value(of: exifDirectoryTag, inDirectoryAt: first),
            let text = reader.text(dateTimeOriginalTag, inDirectoryAt: directory),
            text.utf8.count >= 19
        else { return nil }
        let date = text.prefix(10).replacing(":", with: "-")
        let time = text.dropFirst(11).prefix(8)
        let offset = reader.text(offsetTimeOriginalTag, inDirectoryAt: directory)?.prefix(6) ?? "Z"
        return Timestamp("\(date)T\(time)\(offset)") ?? Timestamp("\(date)T\(time)Z")
    }

    private init?(_ exif: ArraySlice<UInt8>) {
        if exif.starts(with: [0x49, 0x49, 0x2A, 0x00]) {
            isLittleEndian = true
        } else if exif.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            isLittleEndian = false
        } else {
            return nil
        }
        bytes = exif
    }

    /// The entry's fixed part: eight bytes in, a value or the place of one.
    private func value(of tag: UInt16, inDirectoryAt offset: Int) -> Int? {
        entry(tag, inDirectoryAt: offset).flatMap { long(at: $0 + 8) }
    }

    private func text(_ tag: UInt16, inDirectoryAt offset: Int) -> String? {
        guard let entry = entry(tag, inDirectoryAt: offset),
            let count = long(at: entry + 4), count <= 64
        else { return nil }
        guard let place = count <= 4 ? entry + 8 : long(at: entry + 8),
            place >= 0, place + count <= bytes.count
        else { return nil }
        let start = bytes.startIndex + place
        return String(decoding: bytes[start..<start + count].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Place of the entry for a tag in the directory at `offset`.
    private func entry(_ tag: UInt16, inDirectoryAt offset: Int) -> Int? {
        guard let count = short(at: offset) else { return nil }
        return (0..<Int(count)).lazy.map { offset + 2 + $0 * 12 }.first { short(at: $0) == tag }
    }

    private func short(at offset: Int) -> UInt16? {
        number(at: offset, width: 2).map(UInt16.init)
    }

    private func long(at offset: Int) -> Int? { number(at: offset, width: 4) }

    private func number(at offset: Int, width: Int) -> Int? {
        guard offset >= 0, offset + width <= bytes.count else { return nil }
        let start = bytes.startIndex + offset
        let digits = bytes[start..<start + width]
        return isLittleEndian
            ? digits.reversed().reduce(0) { $0 << 8 | Int($1) }
            : digits.reduce(0) { $0 << 8 | Int($1) }
    }
}
