/// The whole part of a number, 0…2²².
///
/// `Int32(value)` checks its range, so the compiler makes no vectors of a loop that has it. Beside
/// 2²³ a float holds whole numbers only.
@inline(__always)
func wholePart(_ value: Float) -> Float {
    let rounded = value + 8_388_608 - 8_388_608
    return rounded > value ? rounded - 1 : rounded
}

/// A whole number, −32,768…32,767, as an integer.
@inline(__always)
func integer(_ whole: Float) -> Int16 {
    // The last bits of the sum are those of the number.
    Int16(truncatingIfNeeded: (whole + 12_582_912).bitPattern)
}
