/// Paints a far bank back to front: houses, two rows of trees, grass, stone wall.
struct BackdropPainter {
    private let columns: Int
    private let rows: Int
    private var texels: [SIMD4<Float>]
    private let grain: NoiseField

    static func paint(columns: Int, rows: Int, random: inout SplitMix64) -> [SIMD4<Float>] {
        var painter = BackdropPainter(columns: columns, rows: rows, random: &random)
        painter.paintHouses(random: &random)
        painter.paintTrees(every: 3.6, height: 5.2...8.2, brightness: 0.75, random: &random)
        painter.paintTrees(every: 5.5, height: 3.0...5.6, brightness: 1.1, random: &random)
        painter.paintGrass()
        painter.paintWall()
        return painter.texels
    }

    private init(columns: Int, rows: Int, random: inout SplitMix64) {
        self.columns = columns
        self.rows = rows
        texels = Array(repeating: .zero, count: columns * rows)
        grain = NoiseField(size: 256, persistence: 0.75, firstOctave: 1, random: &random)
    }

    private static func texelCount(_ metres: Float) -> Int {
        Int(metres / Backdrop.metresPerTexel)
    }

    private mutating func set(_ column: Int, _ row: Int, _ colour: LinearColour) {
        guard column >= 0, column < columns, row >= 0, row < rows else { return }
        texels[row * columns + column] = SIMD4(colour, 1)
    }

    private mutating func paintHouses(random: inout SplitMix64) {
        var left = -Self.texelCount(random.uniform(0, 6))
        while left < columns {
            let width = Self.texelCount(random.uniform(9, 17))
            let height = Self.texelCount(random.uniform(7.5, 12.5))
            let wall = LinearColour(0.45, 0.43, 0.40) * random.uniform(0.8, 1.15)
            let pane = LinearColour(0.21, 0.24, 0.27)
            for column in left..<left + width {
                for row in 0..<height {
                    // The houses stand well behind the bank, so their windows look half as large:
                    // 0.55 m every 1.2 m, on floors of 1.45 m.
                    let isPane = (column - left) % 24 > 12 && row % 29 > 13 && row % 29 < 24
                    let tone = 1 + 0.04 * grain.value(Float(column), Float(row))
                    set(column, row, (isPane ? pane : wall) * tone)
                }
            }
            left += width + Self.texelCount(random.uniform(5, 22))
        }
    }

    private mutating func paintTrees(
        every spacingMetres: Float, height: ClosedRange<Float>, brightness: Float,
        random: inout SplitMix64
    ) {
        var centre = random.uniform(0, spacingMetres)
        while centre < Float(columns) * Backdrop.metresPerTexel {
            let top = random.uniform(height.lowerBound, height.upperBound)
            paintTree(centre: centre, top: top, brightness: brightness, random: &random)
            centre += spacingMetres * random.uniform(0.6, 1.5)
        }
    }

    /// A trunk and a crown of leaf clumps, lower ones first, the upper ones in more light.
    private mutating func paintTree(
        centre: Float, top: Float, brightness: Float, random: inout SplitMix64
    ) {
        let green = LinearColour(
            random.uniform(0.066, 0.090), random.uniform(0.082, 0.102), random.uniform(0.045, 0.058)
        )
        let radius = top * random.uniform(0.26, 0.36)
        let trunk = Self.texelCount(centre)
        for column in trunk - 2...trunk + 2 {
            for row in 0..<Self.texelCount(top * 0.5) {
                set(column, row, LinearColour(0.055, 0.045, 0.035))
            }
        }
        let clumps = 170
        for clump in 0..<clumps {
            let height = Float(clump) / Float(clumps)
            let spread = radius * (1 - (2 * height - 0.85) * (2 * height - 0.85)).squareRoot0()
            let x = centre + spread * random.uniform(-1, 1)
            let y = top * (0.22 + 0.70 * height) + random.uniform(-0.3, 0.3)
            // Light falls from the upper left.
            let sunward = 1 - 0.3 * (x - centre) / radius
            let lit = brightness * (0.45 + 0.85 * height) * sunward * random.uniform(0.7, 1.3)
            paintClump(
                x: x, y: y, radius: random.uniform(0.22, 0.58), colour: green * lit)
        }
    }

    private mutating func paintClump(x: Float, y: Float, radius: Float, colour: LinearColour) {
        let reach = Self.texelCount(radius)
        let (centreColumn, centreRow) = (Self.texelCount(x), Self.texelCount(y))
        for row in -reach...reach {
            for column in -reach...reach {
                let leaf = grain.value(
                    Float(centreColumn + column) * 3.1, Float(centreRow + row) * 3.1)
                let distance = Float(row * row + column * column) / Float(reach * reach)
                guard distance < 0.75 + 0.4 * leaf else { continue }
                let light = 1 + 0.35 * Float(row) / Float(reach) + 0.3 * leaf
                set(centreColumn + column, centreRow + row, colour * max(0.2, light))
            }
        }
    }

    private mutating func paintGrass() {
        for column in 0..<columns {
            let crest = 2.1 + 0.12 * grain.value(Float(column) * 0.3, 40)
            for row in 0..<Self.texelCount(crest) {
                let blade = grain.value(Float(column) * 1.1, Float(row) * 0.9)
                let tone = 1 + 0.22 * blade + 0.12 * grain.value(Float(column) * 0.07, 9)
                set(column, row, LinearColour(0.150, 0.165, 0.080) * max(0.3, tone))
            }
        }
    }

    /// Blocks of stone with joints, dark and damp at the waterline.
    private mutating func paintWall() {
        let (blockLength, blockHeight) = (22, 8)
        for row in 0..<Self.texelCount(1.2) {
            let course = row / blockHeight
            for column in 0..<columns {
                let along = column + course % 2 * blockLength / 2
                let isJoint = along % blockLength == 0 || row % blockHeight == 0
                let block = grain.value(Float(along / blockLength) * 7.3, Float(course) * 5.1)
                let stain = grain.value(Float(column) * 0.25, Float(row) * 0.12)
                let damp = min(1, 0.45 + Float(row) / 14)
                let tone = (1 + 0.10 * block + 0.14 * stain) * (isJoint ? 0.72 : 1) * damp
                set(column, row, LinearColour(0.250, 0.240, 0.215) * max(0.1, tone))
            }
        }
    }
}

extension Float {
    /// The square root, 0 for a negative number.
    fileprivate func squareRoot0() -> Float { max(0, self).squareRoot() }
}
