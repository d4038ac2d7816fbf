package import Imaging

extension RiverScene {
    /// What a frame shows beyond the scene itself.
    package struct Moment {
        /// Mats on the water.
        package var cover: MatCover
        /// Light and wind.
        package var light: Light
        /// Whether the camera sees by its infrared lamp.
        package var isNight: Bool
        /// Time of the ripples.
        package var seconds: Double
        /// Number of the frame, for its noise.
        package var frameNumber: UInt64

        package init(
            cover: MatCover, light: Light, isNight: Bool = false, seconds: Double = 0,
            frameNumber: UInt64 = 0
        ) {
            self.cover = cover
            self.light = light
            self.isNight = isNight
            self.seconds = seconds
            self.frameNumber = frameNumber
        }
    }

    /// Working memory of drawing, kept from frame to frame.
    package struct Canvas {
        var picture: [LinearColour]
        var slopes: WaveField.RowSlopes

        package init(camera: CameraGeometry) {
            picture = Array(repeating: .zero, count: camera.width * camera.height)
            slopes = WaveField.RowSlopes(width: camera.width)
        }
    }

    /// Draws a moment.
    package func draw(_ moment: Moment, on canvas: inout Canvas, into frame: inout Frame) {
        let camera = site.camera
        for y in 0..<camera.height {
            let row = camera.row(at: Double(y) + 0.5)
            drawLand(y: y, row: row, moment: moment, on: &canvas)
            if row.steepness > CameraGeometry.lowestRay {
                drawWater(y: y, row: row, moment: moment, on: &canvas)
            }
        }
        if moment.isNight { lightByLamp(cover: moment.cover, on: &canvas) }
        var random = SplitMix64(seed: seed, stream: "noise", number: moment.frameNumber)
        let exposure =
            moment.isNight ? InfraredLamp.exposure : Sensor.exposure(for: moment.light)
        if frame.width != camera.width || frame.height != camera.height {
            frame.resize(width: camera.width, height: camera.height)
        }
        sensor.develop(canvas.picture, exposure: exposure, random: &random, into: &frame)
    }

    /// Banks, trees, houses, and the sky above them.
    private func drawLand(
        y: Int, row: CameraGeometry.Row, moment: Moment, on canvas: inout Canvas
    ) {
        let width = site.camera.width
        let focal = Float(site.camera.focalPixels)
        let lightColour = moment.light.colour
        for x in 0..<width where !isWater[y * width + x] {
            let seen = still[y * width + x]
            var colour = LinearColour(seen.x, seen.y, seen.z) * lightColour
            if seen.w < 1 {
                let ray = Ray(row: row, column: x, width: width, focal: focal)
                let above = sky.radiance(
                    right: ray.right, up: ray.up, forward: ray.forward, light: moment.light)
                colour += above * (1 - seen.w)
            }
            canvas.picture[y * width + x] = colour
        }
    }

    /// The direction in which a pixel looks, of length 1.
    private struct Ray {
        var right: Float
        var up: Float
        var forward: Float

        @inline(__always)
        init(row: CameraGeometry.Row, column: Int, width: Int, focal: Float) {
            let across = (Float(column) + 0.5 - Float(width) / 2) / focal
            let down = Float(row.down)
            let length = (1 + across * across + down * down).squareRoot()
            right = across / length
            up = -Float(row.steepness) / length
            forward = Float(row.forward) / length
        }
    }

    /// Water and the mats on it, along one row.
    private func drawWater(
        y: Int, row: CameraGeometry.Row, moment: Moment, on canvas: inout Canvas
    ) {
        let width = site.camera.width
        let focal = Float(site.camera.focalPixels)
        waves.slopes(
            row: row, width: width, seconds: moment.seconds,
            slopeRMS: site.slopeRMS * moment.light.windFactor, into: &canvas.slopes)
        // Ripples too fine for the pixel smear the mirror image up and down.
        let smear = 2 * canvas.slopes.unresolved
        for x in 0..<width where isWater[y * width + x] {
            let index = y * width + x
            let plants = moment.cover.plantShare[index]
            let ray = Ray(row: row, column: x, width: width, focal: focal)
            let point = (
                x: (Float(x) + 0.5 - Float(width) / 2) * Float(row.pixelWidthMetres),
                z: Float(row.z)
            )
            var colour = LinearColour.zero
            if plants < 1 {
                colour = water(
                    at: point, ray: ray, slopeX: canvas.slopes.x[x / 8][x % 8],
                    slopeZ: canvas.slopes.z[x / 8][x % 8], smear: smear, light: moment.light)
            }
            if plants > 0 {
                // Wet fronds shine a little with the pale light of the sky.
                let shine = 0.05 * Fresnel.reflectance(cosine: -ray.up)
                let mat =
                    ((moment.cover.driftedAlbedo ?? mats.albedo)[index] + LinearColour(grey: shine))
                    * moment.light.colour
                colour = colour.mixed(with: mat, share: plants)
            }
            canvas.picture[index] = colour
        }
    }

    /// Open water: what it mirrors and what shines out of it, by Fresnel's law.
    @inline(__always)
    private func water(
        at point: (x: Float, z: Float), ray: Ray, slopeX: Float, slopeZ: Float, smear: Float,
        light: Light
    ) -> LinearColour {
        let length = (1 + slopeX * slopeX + slopeZ * slopeZ).squareRoot()
        let (normalX, normalY, normalZ) = (-slopeX / length, 1 / length, -slopeZ / length)
        let cosine = max(
            0.01, -(ray.right * normalX + ray.up * normalY + ray.forward * normalZ))
        let mirrored = Fresnel.reflectance(cosine: cosine)
        let right = ray.right + 2 * cosine * normalX
        let up = max(0.004, ray.up + 2 * cosine * normalY)
        let forward = ray.forward + 2 * cosine * normalZ
        let image =
            surroundings(point, right, up, forward, light) * 0.5
            + surroundings(point, right, max(0.004, up - smear), forward, light) * 0.25
            + surroundings(point, right, up + smear, forward, light) * 0.25
        let cloud = silt.value(point.x * 1.3, point.z * 1.9)
        let murk = Float(site.turbidity)
        let body =
            LinearColour(0.016, 0.021, 0.017)
            .mixed(with: LinearColour(0.071, 0.077, 0.059), share: murk) * (1 + 0.07 * cloud)
        return image * mirrored + body * light.colour * (1 - mirrored)
    }

    @inline(__always)
    private func surroundings(
        _ point: (x: Float, z: Float), _ right: Float, _ up: Float, _ forward: Float, _ light: Light
    ) -> LinearColour {
        let bank = backdrop.meet(
            x: point.x, y: 0, z: point.z, right: right, up: up, forward: forward)
        var colour = LinearColour(bank.x, bank.y, bank.z) * light.colour
        if bank.w < 1 {
            colour +=
                sky.radiance(right: right, up: up, forward: forward, light: light) * (1 - bank.w)
        }
        return colour
    }
}
