/// Solves overdetermined linear equations: the x for which ‖A x − b‖ is least.
///
/// Householder reflections bring A to a triangle without squaring its condition (Golub & Van Loan,
/// Matrix Computations, 4th ed., §5.3).
struct LeastSquares {
    /// Unknowns.
    private let count: Int
    /// Each equation: `count` coefficients, then the right-hand side.
    private var equations: [[Double]] = []

    /// Makes an empty system.
    init(unknowns count: Int) { self.count = count }

    /// Adds an equation.
    ///
    /// - Parameter coefficients: One for each unknown, then the right-hand side.
    mutating func add(_ coefficients: [Double]) {
        precondition(coefficients.count == count + 1, "an equation has a term for each unknown")
        equations.append(coefficients)
    }

    /// The solution; `nil` when the equations leave an unknown open.
    consuming func solution() -> [Double]? {
        guard equations.count >= count, reduce() else { return nil }
        var solution = [Double](repeating: 0, count: count)
        for row in (0..<count).reversed() {
            var rest = equations[row][count]
            for column in row + 1..<count { rest -= equations[row][column] * solution[column] }
            solution[row] = rest / equations[row][row]
        }
        return solution
    }

    /// Makes the coefficients a triangle; `false` when a column depends on those before it.
    private mutating func reduce() -> Bool {
        for column in 0..<count {
            let length = norm(ofColumn: column, from: 0)
            let below = norm(ofColumn: column, from: column)
            guard below.isFinite, below > 1e-10 * length else { return false }
            reflect(column, norm: below)
        }
        return true
    }

    private func norm(ofColumn column: Int, from row: Int) -> Double {
        equations[row...].reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
    }

    /// Mirrors the rows from `column` down so that only the first of them keeps that column.
    private mutating func reflect(_ column: Int, norm: Double) {
        let head = equations[column][column]
        let pivot = head > 0 ? -norm : norm  // Away from the head, so that nothing cancels.
        var mirror = equations[column...].map { $0[column] }
        mirror[0] -= pivot
        let squared = mirror.reduce(0) { $0 + $1 * $1 }
        for other in column...count {
            var product = 0.0
            for (index, part) in mirror.enumerated() {
                product += part * equations[column + index][other]
            }
            let scale = 2 * product / squared
            for (index, part) in mirror.enumerated() {
                equations[column + index][other] -= scale * part
            }
        }
    }
}
