/// Sums of `size` × `size` neighbours of each of a row of numbers.
///
/// - Parameters:
///   - first: The first number that is summed: `size / 2` rows above and as many columns left of
///     the first centre. `count + size - 1` numbers of each row are read.
///   - stride: Numbers from one row to the next.
///   - size: 3, 9 or 25.
///   - count: Centres.
///   - scratch: Working memory, 2 × (`count` + 48) numbers.
///   - sums: `count` sums are written.
public func boxSums(
    _ first: UnsafePointer<Float>, stride: Int, size: Int, count: Int,
    scratch: UnsafeMutablePointer<Float>, into sums: UnsafeMutablePointer<Float>
) {
    let width = count &+ size &- 1
    let columns = scratch
    let eights = scratch + count + 48
    for column in 0..<width { columns[column] = first[column] }
    for row in 1..<size {
        let numbers = first + row &* stride
        for column in 0..<width { columns[column] += numbers[column] }
    }
    if size == 3 {
        for index in 0..<count {
            sums[index] = columns[index] + columns[index &+ 1] + columns[index &+ 2]
        }
        return
    }
    // Eight neighbours by doubling; nine and twenty-five are made of them.
    let eightsCount = width &- 7
    for index in 0..<eightsCount {
        let one = columns[index] + columns[index &+ 1] + columns[index &+ 2] + columns[index &+ 3]
        let two =
            columns[index &+ 4] + columns[index &+ 5] + columns[index &+ 6] + columns[index &+ 7]
        eights[index] = one + two
    }
    if size == 9 {
        for index in 0..<count { sums[index] = eights[index] + columns[index &+ 8] }
    } else {
        for index in 0..<count {
            sums[index] =
                eights[index] + eights[index &+ 8] + eights[index &+ 16] + columns[index &+ 24]
        }
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
