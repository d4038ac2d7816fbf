/// Sums of `size` × `size` neighbours of each of a row of numbers.
///
/// - Parameters:
///   - first: The first number that is summed: `size / 2` rows above and as many columns left of
///     the first centre. `count + size - 1` numbers of each row are read.
///   - stride: Numbers from one row to the next.
///   - size: 3 or 9.
///   - count: Centres.
///   - scratch: Working memory, 2 × (`count` + 16) numbers.
///   - sums: `count` sums are written.
public func boxSums(
    _ first: UnsafePointer<Float>, stride: Int, size: Int, count: Int,
    scratch: UnsafeMutablePointer<Float>, into sums: UnsafeMutablePointer<Float>
) {
    let width = count &+ size &- 1
    let columns = scratch
    let fours = scratch + count + 16
    addRows(first, stride: stride, rows: size, width: width, into: columns)
    if size == 3 {
        for index in 0..<count {
            sums[index] = columns[index] + columns[index &+ 1] + columns[index &+ 2]
        }
        return
    }
    // Nine neighbours are eight and one more; eight are two fours.
    let foursCount = width &- 3
    for index in 0..<foursCount {
        fours[index] =
            columns[index] + columns[index &+ 1] + columns[index &+ 2] + columns[index &+ 3]
    }
    for index in 0..<count {
        sums[index] = fours[index] + fours[index &+ 4] + columns[index &+ 8]
    }
}

/// Adds up 3 or 9 rows, all in one pass.
@inline(__always)
private func addRows(
    _ first: UnsafePointer<Float>, stride: Int, rows: Int, width: Int,
    into sums: UnsafeMutablePointer<Float>
) {
    let (second, third) = (first + stride, first + 2 &* stride)
    if rows == 3 {
        for column in 0..<width { sums[column] = first[column] + second[column] + third[column] }
        return
    }
    let (fourth, fifth, sixth) = (third + stride, third + 2 &* stride, third + 3 &* stride)
    let (seventh, eighth, ninth) = (sixth + stride, sixth + 2 &* stride, sixth + 3 &* stride)
    for column in 0..<width {
        let upper = first[column] + second[column] + third[column]
        let middle = fourth[column] + fifth[column] + sixth[column]
        let lower = seventh[column] + eighth[column] + ninth[column]
        sums[column] = upper + middle + lower
    }
}

/// The reference of ``boxSums(_:stride:size:count:scratch:into:)``.
public func boxSumsScalar(
    _ first: UnsafePointer<Float>, stride: Int, size: Int, count: Int,
    into sums: UnsafeMutablePointer<Float>
) {
    for index in 0..<count {
        var total: Float = 0
        for row in 0..<size {
            for column in 0..<size { total += first[row * stride + index + column] }
        }
        sums[index] = total
    }
}
