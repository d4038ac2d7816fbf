/// Adds the bytes of a row to a histogram.
///
/// Two tables take turns, so that equal neighbours do not wait for each other's store.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row.
///   - tables: 512 counters: the first table and the second, one after the other. A byte's count
///     is the sum of its counters in both.
public func addToHistogram(
    _ row: UnsafePointer<UInt8>, count: Int, tables: UnsafeMutablePointer<UInt32>
) {
    var index = 0
    while index &+ 2 <= count {
        tables[Int(row[index])] &+= 1
        tables[256 &+ Int(row[index &+ 1])] &+= 1
        index &+= 2
    }
    if index < count { tables[Int(row[index])] &+= 1 }
}

/// The reference of ``addToHistogram(_:count:tables:)``; fills the first table alone.
public func addToHistogramScalar(
    _ row: UnsafePointer<UInt8>, count: Int, tables: UnsafeMutablePointer<UInt32>
) {
    for index in 0..<count { tables[Int(row[index])] += 1 }
}
