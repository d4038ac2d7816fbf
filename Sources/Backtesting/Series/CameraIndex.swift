internal import Vocabulary

/// The cameras of a file in the order in which they first come, found again by the bytes of their names.
struct CameraIndex {
    /// The names.
    private(set) var cameras: [CameraID] = []
    private var names: [[UInt8]] = []
    private var places: [String: Int] = [:]
    /// Which camera came after which: files go by camera, or from camera to camera at each time.
    private var following: [Int] = []
    private var newest: Int?

    /// The number of the camera that a cell names, from 0.
    mutating func number(of cell: SeriesCell, in bytes: [UInt8]) -> Int {
        if let newest {
            if cell.holds(names[newest], in: bytes) { return newest }
            let next = following[newest]
            if cell.holds(names[next], in: bytes) {
                self.newest = next
                return next
            }
        }
        return look(up: cell.text(in: bytes))
    }

    /// The number of a camera.
    mutating func look(up name: String) -> Int {
        let number: Int
        if let known = places[name] {
            number = known
        } else {
            number = cameras.count
            places[name] = number
            cameras.append(CameraID(name))
            names.append(Array(name.utf8))
            following.append(number)
        }
        if let newest { following[newest] = number }
        newest = number
        return number
    }
}
