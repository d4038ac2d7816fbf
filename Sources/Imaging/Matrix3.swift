/// A matrix of 3 × 3 numbers.
struct Matrix3: Hashable, Sendable {
    /// The first row.
    var first: SIMD3<Double>
    /// The second row.
    var second: SIMD3<Double>
    /// The third row.
    var third: SIMD3<Double>

    init(_ first: SIMD3<Double>, _ second: SIMD3<Double>, _ third: SIMD3<Double>) {
        self.first = first
        self.second = second
        self.third = third
    }

    var determinant: Double {
        first.x * (second.y * third.z - second.z * third.y)
            - first.y * (second.x * third.z - second.z * third.x)
            + first.z * (second.x * third.y - second.y * third.x)
    }

    /// The inverse times the determinant: the inverse of a homography, whose scale is free.
    var adjugate: Matrix3 {
        let columns = (
            Self.cross(second, third), Self.cross(third, first), Self.cross(first, second)
        )
        return Matrix3(
            SIMD3(columns.0.x, columns.1.x, columns.2.x),
            SIMD3(columns.0.y, columns.1.y, columns.2.y),
            SIMD3(columns.0.z, columns.1.z, columns.2.z))
    }

    static func * (left: Matrix3, right: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            (left.first * right).sum(), (left.second * right).sum(), (left.third * right).sum())
    }

    static func * (left: Matrix3, right: Matrix3) -> Matrix3 {
        func row(_ row: SIMD3<Double>) -> SIMD3<Double> {
            row.x * right.first + row.y * right.second + row.z * right.third
        }
        return Matrix3(row(left.first), row(left.second), row(left.third))
    }

    static prefix func - (matrix: Matrix3) -> Matrix3 {
        Matrix3(-matrix.first, -matrix.second, -matrix.third)
    }

    private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }
}
