/// Moves a picture by a part of a pixel.
enum PictureShift {
    /// The picture seen from a camera turned by so many pixels, bilinear; edges repeat.
    static func shifted(
        _ picture: [LinearColour], width: Int, height: Int, right: Float, down: Float
    ) -> [LinearColour] {
        var result = picture
        let (wholeX, wholeY) = (Int(right.rounded(.down)), Int(down.rounded(.down)))
        let (shareX, shareY) = (right - Float(wholeX), down - Float(wholeY))
        for y in 0..<height {
            let top = min(height - 1, max(0, y + wholeY)) * width
            let bottom = min(height - 1, max(0, y + wholeY + 1)) * width
            for x in 0..<width {
                let left = min(width - 1, max(0, x + wholeX))
                let next = min(width - 1, max(0, x + wholeX + 1))
                let above = picture[top + left].mixed(with: picture[top + next], share: shareX)
                let below = picture[bottom + left].mixed(
                    with: picture[bottom + next], share: shareX)
                result[y * width + x] = above.mixed(with: below, share: shareY)
            }
        }
        return result
    }
}
