/// A rectangle in luma pixels, by its edges.
package struct Box: Hashable, Sendable {
    package var left: Float
    package var top: Float
    package var right: Float
    package var bottom: Float

    /// Makes a rectangle from its edges.
    package init(left: Float, top: Float, right: Float, bottom: Float) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    package var width: Float { right - left }
    package var height: Float { bottom - top }
}
