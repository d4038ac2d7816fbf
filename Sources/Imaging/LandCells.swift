import PixelKernels

/// The cells of a scene map that show land: what does not move unless the camera does.
public struct LandCells: Hashable, Sendable {
    /// 1 for each cell of land, 0 for the others; as in ``SceneMap``.
    public let mask: [Int8]
    /// The part of the picture that is land.
    public let share: Double
    /// Tells the zone and the picture's size from others.
    public let zoneHash: UInt64

    /// A cell with more water than this is no land.
    private static let waterMax = 0.02

    /// Finds the land around a zone.
    public init(around zone: borrowing Zone) {
        var water = [Int32](repeating: 0, count: SceneMap.cellCount)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        func add(_ number: Int) {
            hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01b3
        }
        add(zone.width)
        add(zone.height)
        let (width, height) = (max(zone.chromaWidth, 1), max(zone.chromaHeight, 1))
        for run in zone.runs {
            add(run.row)
            add(run.columns.lowerBound)
            add(run.columns.upperBound)
            let start = run.row * SceneMap.rows / height * SceneMap.columns
            for x in run.columns { water[start + x * SceneMap.columns / width] += 1 }
        }
        let pixels = Double(width * height) / Double(SceneMap.cellCount)
        let mask: [Int8] = water.map { Double($0) <= Self.waterMax * pixels ? 1 : 0 }
        self.mask = mask
        share = Double(mask.count { $0 == 1 }) / Double(SceneMap.cellCount)
        zoneHash = hash
    }

    /// The land in the left or in the right half of the picture.
    public func half(isLeft: Bool) -> [Int8] {
        mask.enumerated().map { index, value in
            (index % SceneMap.columns < SceneMap.columns / 2) == isLeft ? value : 0
        }
    }
}

extension SceneMap {
    /// How much the signs of two maps agree on land, one of them shifted: −1…1.
    ///
    /// - Parameters:
    ///   - signs: The signs of a map.
    ///   - reference: The signs of another.
    ///   - x: Whole cells by which the first lies right of the other.
    ///   - y: Whole cells by which it lies below.
    ///   - land: The cells of the reference that count; those that the shift pushes out do not.
    public static func correlation(
        of signs: [Int8], with reference: [Int8], shiftedBy x: Int = 0, _ y: Int = 0,
        on land: LandCells
    ) -> Double {
        var agreement = SignAgreement()
        let first = max(0, -x)
        let count = columns - abs(x)
        guard count > 0 else { return 0 }
        signs.withUnsafeBufferPointer { signs in
            reference.withUnsafeBufferPointer { reference in
                land.mask.withUnsafeBufferPointer { mask in
                    guard let signs = signs.baseAddress, let reference = reference.baseAddress,
                        let mask = mask.baseAddress
                    else { return }
                    for row in 0..<rows where (0..<rows).contains(row + y) {
                        let at = row * columns + first
                        addAgreement(
                            signs + at + y * columns + x, reference + at, mask: mask + at,
                            count: count, to: &agreement)
                    }
                }
            }
        }
        return agreement.correlation
    }
}
