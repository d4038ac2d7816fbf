import PixelKernels
import Testing

@Suite struct PictureHashTests {
    private func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash = PictureHash()
        hash.add(row: bytes, count: bytes.count)
        return hash.value
    }

    @Test("The hash of several rows is the reference's", arguments: widths)
    func matchesReference(width: Int) {
        for stride in [width, width + 1, width + 5] {
            let picture = ByteRows(count: 3 * stride, offset: stride % 8, seed: 14)
            var hash = PictureHash()
            var rows: [[UInt8]] = []
            for row in 0..<3 {
                let start = picture.start + row * stride
                hash.add(row: start, count: width)
                rows.append(Array(UnsafeBufferPointer(start: start, count: width)))
            }
            #expect(hash.value == pictureHashReference(rows))
        }
    }

    @Test("One changed bit anywhere changes the hash", arguments: [1, 7, 8, 127, 128, 129, 300])
    func everyByteCounts(count: Int) {
        let bytes = ByteRows(count: count, seed: 12).bytes(count)
        let original = hash(bytes)
        for index in 0..<count {
            var changed = bytes
            changed[index] ^= 1
            #expect(hash(changed) != original)
        }
    }

    @Test("The address does not matter", arguments: 0..<8)
    func unaligned(offset: Int) {
        let bytes = ByteRows(count: 259, seed: 13).bytes(259)
        let moved = ByteRows(count: 259, offset: offset, seed: 13)
        var hash = PictureHash()
        hash.add(row: moved.start, count: 259)
        #expect(hash.value == self.hash(bytes))
    }

    @Test("The hash stays the same from version to version, because it is stored")
    func golden() {
        #expect(hash(Array(0..<200)) == 1_278_161_959_977_087_550)
        #expect(hash([]) == PictureHash().value)
    }
}
