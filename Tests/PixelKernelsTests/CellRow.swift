/// Numbers of a row of cells for a kernel to read, and a row for it to write with a guard behind.
enum CellRow {
    /// Numbers behind a written row that a kernel must leave alone.
    static let guardCount = 9

    /// `count` numbers of which some are 0, within ±`magnitude`, that sums hold exactly.
    static func whole(_ count: Int, within magnitude: Float, seed: UInt64) -> [Float] {
        var values = RandomValues(seed: seed)
        return values.values(count, within: magnitude).map { $0.rounded() }
    }

    /// `count` numbers from 0 to `limit`.
    static func positive(_ count: Int, upTo limit: Float, seed: UInt64) -> [Float] {
        var values = RandomValues(seed: seed)
        return values.values(count, within: limit).map(abs)
    }

    /// `count` sums from 0 to `limit`, the greatest among them.
    static func sums(_ count: Int, upTo limit: Int, seed: UInt64) -> [UInt16] {
        let bytes = ByteRows(count: count, seed: seed).bytes(count)
        return bytes.map { UInt16(Int($0) * limit / 255) }
    }

    /// Room for `count` numbers and a guard.
    static func empty(_ count: Int) -> [Float] {
        Array(repeating: FloatRows.untouched, count: count + guardCount)
    }

    /// Room for `count` sums and a guard.
    static func emptySums(_ count: Int) -> [UInt16] {
        Array(repeating: untouchedSum, count: count + guardCount)
    }

    static let untouchedSum: UInt16 = 54_321
}

extension [Float] {
    /// Whether nothing was written from `count` on.
    func isUntouched(from count: Int) -> Bool {
        self[count...].allSatisfy { $0 == FloatRows.untouched }
    }
}

extension [UInt16] {
    /// Whether nothing was written from `count` on.
    func isUntouched(from count: Int) -> Bool {
        self[count...].allSatisfy { $0 == CellRow.untouchedSum }
    }
}
