#if canImport(Glibc)
    import Glibc
#endif

/// The camera's own light at night: near infrared, so there is no colour.
///
/// Living leaves reflect about half of it and water next to nothing (Knipling, Remote Sensing of
/// Environment 1(3), 1970). The light falls with the square of the distance and to the corners.
enum InfraredLamp {
    /// Long exposure with much gain.
    static let exposure = Sensor.Exposure(gain: LinearColour(grey: 1), noiseCodes: 2.2)
    /// Distance up to which the lamp gives full light.
    static let reachMetres: Float = 17
    /// Light that is there without the lamp.
    static let glow: Float = 0.012
    /// Brings the leaves' brightness in daylight to their infrared albedo of a half.
    static let leafGain: Float = 2.9

    /// Brightness of a daylight colour.
    static func brightness(_ colour: LinearColour) -> Float {
        (colour * LinearColour(0.3, 0.6, 0.1)).sum()
    }

    /// How much a thing looks like leaves by day, 0…1: what has less blue than green.
    static func leafiness(_ colour: SIMD4<Float>) -> Float {
        max(0, min(1, 4 * ((colour.y - colour.z) / max(0.001, colour.y) - 0.3)))
    }

    /// The lamp's light at a distance and an angle, 0…1.
    static func strength(distance: Float, across: Float, down: Float) -> Float {
        let reach = min(1, reachMetres / max(distance, 1))
        let cone = expf(-(across * across + (down - 0.1) * (down - 0.1)) / 0.35)
        return reach * reach * cone
    }
}

extension RiverScene {
    /// Turns a daylight picture into what the lamp shows of the same things.
    func lightByLamp(cover: MatCover, on canvas: inout Canvas) {
        let camera = site.camera
        let focal = Float(camera.focalPixels)
        for y in 0..<camera.height {
            let row = camera.row(at: Double(y) + 0.5)
            // What stands upright is as far away as the foot of the far bank.
            let away = Float(min(row.z, site.banks.farMetres))
            for x in 0..<camera.width {
                let index = y * camera.width + x
                let across = (Float(x) + 0.5 - Float(camera.width) / 2) / focal
                let lamp = InfraredLamp.strength(
                    distance: away * (1 + across * across).squareRoot(), across: across,
                    down: Float(row.down))
                let day = InfraredLamp.brightness(canvas.picture[index])
                let grey: Float
                if isWater[index] {
                    let leaf = InfraredLamp.brightness((cover.driftedAlbedo ?? mats.albedo)[index])
                    let plants = InfraredLamp.glow + leaf * InfraredLamp.leafGain * lamp
                    // The town's glow is mirrored faintly.
                    let water = 0.012 + 0.02 * lamp + 0.06 * day
                    grey = water + (plants - water) * cover.plantShare[index]
                } else {
                    let gain = 0.9 + 4 * InfraredLamp.leafiness(still[index])
                    grey = 0.02 + still[index].w * min(1, day * gain) * lamp
                }
                canvas.picture[index] = LinearColour(grey: grey)
            }
        }
    }
}
