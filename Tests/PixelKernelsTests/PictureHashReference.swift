/// The hash of ``PictureHash`` as its description says it, a byte at a time.
///
/// Sixteen lanes begin with 1…16. The bytes are cut into blocks of 128: lane i takes the eight bytes
/// from 8 i on as a little-endian word. Zeros fill the last block of a row.
func pictureHashReference(_ rows: [[UInt8]]) -> UInt64 {
    var lanes = (1...16).map { UInt64($0) }
    func take(_ word: UInt64, by lane: Int) {
        let product = (lanes[lane] ^ word) &* 0x20_0001
        lanes[lane] = product << 29 | product >> 35
    }
    for row in rows {
        let blocks = row + Array(repeating: 0, count: (128 - row.count % 128) % 128)
        for start in stride(from: 0, to: blocks.count, by: 8) {
            let word = (0..<8).reduce(UInt64(0)) {
                $0 | UInt64(blocks[start + $1]) << UInt64(8 * $1)
            }
            take(word, by: start / 8 % 16)
        }
    }
    return lanes.reduce(0) { finalMix($0 ^ $1) }
}

/// `fmix64` of MurmurHash3.
private func finalMix(_ hash: UInt64) -> UInt64 {
    var mixed = hash
    mixed ^= mixed >> 33
    mixed &*= 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    mixed &*= 0xc4ce_b9fe_1a85_ec53
    return mixed ^ mixed >> 33
}
