/// The scale on which quality is given, and the quantiser that stands for it.
enum JPEGQuality {
    /// From 1 (worst) to 100 (best) to the encoder's 31 … 1; numbers outside count as the nearest.
    ///
    /// Quality scales the Independent JPEG Group's table by 5000/q % below 50 and by 200 − 2q % from
    /// there; the encoder scales its own table, half as coarse on average, by its quantiser over 8.
    static func quantiser(_ quality: Int) -> Int {
        let quality = min(100, max(1, quality))
        let percent = quality < 50 ? 5000 / quality : 200 - 2 * quality
        return min(31, max(1, (percent * 17 + 50) / 100))
    }
}
