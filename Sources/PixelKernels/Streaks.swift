/// Columns on either side with which a pixel is compared: a streak is thinner than that.
public let streakReach = 3

/// Marks the pixels of a row that are brighter than those ``streakReach`` columns left and right.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row.
///   - limit: A marked pixel is brighter by more than this.
///   - marks: `count` bytes: 255 where a pixel is marked, else 0.
public func markRidges(
    _ row: UnsafePointer<UInt8>, count: Int, limit: UInt8, into marks: UnsafeMutablePointer<UInt8>
) {
    for column in 0..<min(streakReach, count) { marks[column] = 0 }
    let limit = Int16(limit)
    let end = max(count &- streakReach, 0)
    if streakReach < end {
        for column in streakReach..<end {
            let pixel = Int16(truncatingIfNeeded: row[column])
            let left = Int16(truncatingIfNeeded: row[column &- streakReach])
            let right = Int16(truncatingIfNeeded: row[column &+ streakReach])
            // The sign of a difference, spread over its lane, is -1 where the comparison holds.
            let sign = (limit &- (pixel &- max(left, right))) &>> 15
            marks[column] = UInt8(truncatingIfNeeded: sign)
        }
    }
    for column in max(end, min(streakReach, count))..<count { marks[column] = 0 }
}

/// The reference of ``markRidges(_:count:limit:into:)``.
public func markRidgesScalar(
    _ row: UnsafePointer<UInt8>, count: Int, limit: UInt8, into marks: UnsafeMutablePointer<UInt8>
) {
    for column in 0..<count {
        marks[column] = 0
        guard column >= streakReach, column + streakReach < count else { continue }
        let neighbour = max(row[column - streakReach], row[column + streakReach])
        if Int(row[column]) - Int(neighbour) > Int(limit) { marks[column] = 255 }
    }
}

/// Keeps the marks that have one below them, at most one column aside.
///
/// - Parameters:
///   - marks: `count` bytes, 0 or 255; is changed.
///   - below: `count` bytes, 0 or 255.
///   - count: Bytes in a row.
public func keepContinued(
    _ marks: UnsafeMutablePointer<UInt8>, below: UnsafePointer<UInt8>, count: Int
) {
    guard count > 2 else { return }
    marks[0] &= below[0] | below[1]
    for column in 1..<count &- 1 {
        marks[column] &= below[column &- 1] | below[column] | below[column &+ 1]
    }
    marks[count &- 1] &= below[count &- 2] | below[count &- 1]
}

/// Counts the marks where another row has none, not even one column aside.
///
/// - Parameters:
///   - marks: `count` bytes, 0 or 255.
///   - former: `count` bytes, 0 or 255.
///   - count: Bytes in a row.
public func countFresh(
    _ marks: UnsafePointer<UInt8>, former: UnsafePointer<UInt8>, count: Int
) -> Int {
    guard count > 2 else { return 0 }
    var total: UInt32 = 0
    for column in 1..<count &- 1 {
        let known = former[column &- 1] | former[column] | former[column &+ 1]
        total &+= UInt32(truncatingIfNeeded: marks[column] & ~known & 1)
    }
    return Int(total)
}
