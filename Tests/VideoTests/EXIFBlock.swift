/// Makes EXIF blocks as cameras write them, to be put into a JPEG.
struct EXIFBlock {
    var orientation = 1
    var dateTimeOriginal: String?
    var offsetTimeOriginal: String?
    var isLittleEndian = false

    /// The picture with the block behind its start marker.
    func inserted(into picture: [UInt8]) -> [UInt8] {
        let body = Array("Exif\0\0".utf8) + tiff
        let length = body.count + 2
        let marker: [UInt8] = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)]
        return Array(picture.prefix(2)) + marker + body + picture.dropFirst(2)
    }

    /// Header, first directory (orientation, place of the second), second directory, texts.
    private var tiff: [UInt8] {
        let texts = [(0x9003, dateTimeOriginal), (0x9011, offsetTimeOriginal)]
            .compactMap { tag, text in text.map { (tag, Array($0.utf8) + [0]) } }
        let secondDirectory = 8 + 2 + 2 * 12 + 4
        var textPlace = secondDirectory + 2 + texts.count * 12 + 4
        var bytes: [UInt8] = isLittleEndian ? [0x49, 0x49, 0x2A, 0] : [0x4D, 0x4D, 0, 0x2A]
        bytes += long(8) + short(2)
        bytes += short(0x0112) + short(3) + long(1) + short(orientation) + short(0)
        bytes += short(0x8769) + short(4) + long(1) + long(secondDirectory)
        bytes += long(0) + short(texts.count)
        for (tag, text) in texts {
            bytes += short(tag) + short(2) + long(text.count) + long(textPlace)
            textPlace += text.count
        }
        return bytes + long(0) + texts.flatMap { $0.1 }
    }

    private func short(_ value: Int) -> [UInt8] {
        let bytes = [UInt8(value >> 8), UInt8(value & 0xFF)]
        return isLittleEndian ? bytes.reversed() : bytes
    }

    private func long(_ value: Int) -> [UInt8] {
        let bytes = [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
        return isLittleEndian ? bytes.reversed() : bytes
    }
}
