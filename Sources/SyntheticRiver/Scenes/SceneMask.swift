import Imaging

/// The class of each pixel of a scene, by the numbers of a labelled picture's mask.
public enum SceneClass: UInt8, Sendable {
    /// No water.
    case land = 0
    /// Open water with its reflections, shadows and sparkles.
    case openWater = 1
    /// Floating vegetation, green or withering.
    case vegetation = 2
    /// Other things that float: leaves, foam, litter.
    case otherMatter = 3
    /// Not to be judged: soft edges, glare without any picture, a caption.
    case ignored = 255
}

extension SceneClass {
    /// The class of a pixel by what shares of it float.
    init(isWater: Bool, vegetationShare: Float, otherShare: Float) {
        if !isWater {
            self = .land
        } else if vegetationShare > 0.75 {
            self = .vegetation
        } else if otherShare > 0.75 {
            self = .otherMatter
        } else {
            self = vegetationShare + otherShare < 0.25 ? .openWater : .ignored
        }
    }
}

extension SceneSurvey {
    /// Classes by the shares of each pixel; `isIgnored` takes more pixels out.
    func mask(isIgnored: [Bool]) -> Plane {
        var plane = Plane(width: ground.width, height: ground.height)
        for y in 0..<ground.height {
            for x in 0..<ground.width {
                let index = y * ground.width + x
                plane[x, y] = pixelClass(index, isIgnored: isIgnored[index]).rawValue
            }
        }
        return plane
    }

    private func pixelClass(_ index: Int, isIgnored: Bool) -> SceneClass {
        if ground.isWater[index], isIgnored { return .ignored }
        return SceneClass(
            isWater: ground.isWater[index], vegetationShare: vegetationShare[index],
            otherShare: otherShare[index])
    }

    /// Mean share of the water under plants, by pixels and by square metres.
    func coverage() -> (image: Double, ground: Double) {
        var (sum, area, covered) = (0.0, 0.0, 0.0)
        for y in 0..<ground.height {
            let pixelArea = recipe.camera.pixelAreaSquareMetres(atRow: Double(y) + 0.5)
            for index in y * ground.width..<(y + 1) * ground.width where ground.isWater[index] {
                let share = Double(vegetationShare[index])
                sum += share
                area += pixelArea
                covered += share * pixelArea
            }
        }
        return (sum / Double(max(1, ground.waterPixelCount)), area > 0 ? covered / area : 0)
    }
}
