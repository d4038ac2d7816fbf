import ArgumentParser
import Vocabulary

/// A place in a picture on the command line: `120,340`, in pixels from the upper left corner.
struct PicturePlace: ExpressibleByArgument {
    let x: Int
    let y: Int

    init?(argument: String) {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard numbers.count == 2, let x = numbers[0], let y = numbers[1], x >= 0, y >= 0 else {
            return nil
        }
        self.x = x
        self.y = y
    }

    /// The place as a click.
    func click(_ label: SurfaceClick.Label) -> SurfaceClick {
        SurfaceClick(x: x, y: y, label: label)
    }
}
