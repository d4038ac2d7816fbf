private typealias Lane = SIMD8<Float>

/// Computes the features of a row of cells.
///
/// - Parameters:
///   - statistics: A row of numbers for each ``CellStatistic``; those of flicker and of the mirror
///     image are read only where `scene` knows of them.
///   - statisticStride: Numbers from one of these rows to the next; `count` rounded up to 8 at
///     least.
///   - scene: The levels of the picture that the cells belong to.
///   - count: Cells. Up to 7 more are computed to fill the last vector.
///   - features: A row of numbers for each ``CellFeature`` is written.
///   - featureStride: Numbers from one of these rows to the next; as large at least.
public func cellFeatures(
    _ statistics: UnsafePointer<Float>, statisticStride: Int, scene: SceneLevels, count: Int,
    into features: UnsafeMutablePointer<Float>, featureStride stride: Int
) {
    let levels = SceneLanes(scene)
    var cell = 0
    while cell < count {
        let row = CellLanes(start: UnsafeRawPointer(statistics + cell), stride: statisticStride)
        let written = UnsafeMutableRawPointer(features + cell)
        writeColour(row, to: written, stride: stride)
        writeSurroundings(row, scene: levels, to: written, stride: stride)
        writeFlicker(row, scene: levels, to: written, stride: stride)
        writeMirror(row, scene: levels, to: written, stride: stride)
        cell &+= Lane.scalarCount
    }
}

/// Eight cells of each row of statistics.
private struct CellLanes {
    let start: UnsafeRawPointer
    let stride: Int

    @inline(__always)
    subscript(_ statistic: CellStatistic) -> Lane {
        start.loadUnaligned(fromByteOffset: 4 &* statistic.rawValue &* stride, as: Lane.self)
    }

    /// A sum divided by the weight of its window.
    @inline(__always)
    func mean(_ sum: CellStatistic, over weight: Lane) -> Lane { self[sum] / weight }
}

private struct SceneLanes {
    let green, luma, activity: (low: Lane, middle: Lane, high: Lane)
    let greenThreshold: Lane
    let knowsFlicker, knowsMirror: Bool

    init(_ scene: SceneLevels) {
        func lanes(_ level: SceneLevels.Percentiles) -> (low: Lane, middle: Lane, high: Lane) {
            (Lane(repeating: level.low), Lane(repeating: level.middle), Lane(repeating: level.high))
        }
        (green, luma, activity) = (lanes(scene.green), lanes(scene.luma), lanes(scene.activity))
        greenThreshold = Lane(repeating: scene.greenThreshold)
        (knowsFlicker, knowsMirror) = (scene.knowsFlicker, scene.knowsMirror)
    }
}

@inline(__always)
private func lane(_ value: Float) -> Lane { Lane(repeating: value) }

/// Brings 0…∞ to 0…1, `half` to one half.
@inline(__always)
private func squash(_ value: Lane, half: Float) -> Lane { value / (value + lane(half)) }

@inline(__always)
private func weight(_ value: Lane) -> Lane { atLeast(1e-3, value) }

/// `pointwiseMax` of floating-point vectors is a call for each lane; this is one instruction.
@inline(__always)
private func atLeast(_ limit: Float, _ value: Lane) -> Lane {
    value.replacing(with: lane(limit), where: value .< lane(limit))
}

@inline(__always)
private func put(
    _ value: Lane, _ feature: CellFeature, _ target: UnsafeMutableRawPointer, _ stride: Int
) {
    target.storeBytes(
        of: value, toByteOffset: 4 &* feature.rawValue &* stride, as: Lane.self)
}

@inline(__always)
private func writeColour(_ row: CellLanes, to target: UnsafeMutableRawPointer, stride: Int) {
    let (luma, blue, red) = (row[.luma], row[.blue], row[.red])
    let (across, down) = (row[.across], row[.down])
    put(luma, .luma, target, stride)
    put(blue, .blue, target, stride)
    put(red, .red, target, stride)
    put(lane(0) - (blue + red) / (luma + lane(16)), .greenRatio, target, stride)
    put(squash(across, half: 8), .across, target, stride)
    put(squash(down, half: 8), .down, target, stride)
}

@inline(__always)
private func writeSurroundings(
    _ row: CellLanes, scene: SceneLanes, to target: UnsafeMutableRawPointer, stride: Int
) {
    let luma = row[.luma]
    let green = lane(0) - (row[.blue] + row[.red])
    let near = weight(row[.weight3])
    let activity3 = row.mean(.activity3, over: near)
    put(row.mean(.green3, over: near), .green3, target, stride)
    put(squash(activity3, half: 16), .activity3, target, stride)
    put(row.mean(.contrast3, over: near), .contrast3, target, stride)
    let around = weight(row[.weight9])
    let green9 = row.mean(.green9, over: around)
    let luma9 = row.mean(.luma9, over: around)
    put(green9, .green9, target, stride)
    put(squash(row.mean(.activity9, over: around), half: 16), .activity9, target, stride)
    let lumaVariance = atLeast(0, row.mean(.lumaSquares9, over: around) - luma9 * luma9)
    put(squash(lumaVariance, half: 400), .lumaSpread9, target, stride)
    let greenVariance = atLeast(0, row.mean(.greenSquares9, over: around) - green9 * green9)
    put(squash(greenVariance, half: 64), .greenSpread9, target, stride)
    put(green - scene.green.low, .greenAboveLow, target, stride)
    put(
        (green - scene.green.middle) / (scene.green.high - scene.green.low + lane(2)), .greenRank,
        target, stride)
    put(
        (luma - scene.luma.middle) / (scene.luma.high - scene.luma.low + lane(8)), .lumaRank,
        target, stride)
    put(green - scene.greenThreshold, .greenAboveThreshold, target, stride)
    put(
        (activity3 - scene.activity.middle)
            / (scene.activity.high - scene.activity.low + lane(3)), .activityRank, target, stride)
    put(
        activity3 / (activity3 + scene.activity.middle + lane(2)), .activityAboveScene, target,
        stride)
}

@inline(__always)
private func writeFlicker(
    _ row: CellLanes, scene: SceneLanes, to target: UnsafeMutableRawPointer, stride: Int
) {
    guard scene.knowsFlicker else {
        put(lane(0), .flicker, target, stride)
        put(lane(0), .flickerRatio, target, stride)
        put(lane(0), .flickerKnown, target, stride)
        return
    }
    let flicker = row[.flicker]
    let activity = row[.across] + row[.down]
    put(squash(flicker, half: 4), .flicker, target, stride)
    put(flicker / (activity + lane(2)), .flickerRatio, target, stride)
    put(lane(1), .flickerKnown, target, stride)
}

@inline(__always)
private func writeMirror(
    _ row: CellLanes, scene: SceneLanes, to target: UnsafeMutableRawPointer, stride: Int
) {
    guard scene.knowsMirror else {
        put(lane(0), .mirrorCorrelation, target, stride)
        put(lane(0), .mirrorKnown, target, stride)
        put(lane(0.5), .mirrorActivity, target, stride)
        put(lane(0), .mirrorGreen, target, stride)
        return
    }
    let known = row[.mirrorKnown]
    let share = weight(row[.mirrorWeight])
    let own = row.mean(.mirrorOwnLuma, over: share)
    let mirrored = row.mean(.mirrorLuma, over: share)
    let common = row.mean(.mirrorProducts, over: share) - own * mirrored
    let ownVariance = atLeast(4, row.mean(.mirrorOwnSquares, over: share) - own * own)
    let mirroredVariance = atLeast(4, row.mean(.mirrorSquares, over: share) - mirrored * mirrored)
    let correlation = common / (ownVariance * mirroredVariance).squareRoot()
    put(correlation * known, .mirrorCorrelation, target, stride)
    put(known, .mirrorKnown, target, stride)
    let ownActivity = row.mean(.mirrorOwnActivity, over: share)
    let sum = ownActivity + row.mean(.mirrorActivity, over: share) + lane(2)
    put(lane(0.5) + (ownActivity / sum - lane(0.5)) * known, .mirrorActivity, target, stride)
    let difference = row[.mirrorOwnGreen] - row[.mirrorGreen]
    put(difference / share * known, .mirrorGreen, target, stride)
}
