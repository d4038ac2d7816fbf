import Glibc
package import Imaging
import Video
package import Vocabulary

/// Keeps the zones that were rasterised last, one for each outline and picture size.
package struct ZoneCache {
    /// A zone, or why there is none.
    package final class Entry {
        /// The zone; the whole picture where there is a problem.
        package let zone: Zone
        /// Why the outline is no zone of this picture.
        package let problem: String?
        /// The land around it.
        package let land: LandCells

        fileprivate init(zone: consuming Zone, problem: String? = nil) {
            land = LandCells(around: zone)
            self.zone = zone
            self.problem = problem
        }
    }

    private struct Key: Hashable {
        var outline: ZoneOutline?
        var width: Int
        var height: Int
        /// Chroma pixels by which the zone is moved.
        var shiftX: Int
        var shiftY: Int
        /// Tells a mask that was drawn anew from the one that was read.
        var maskChangeNanoseconds: Int64
    }

    /// Zones kept at most.
    private let countMax: Int
    /// The one used last comes last.
    private var entries: [(key: Key, entry: Entry)] = []

    /// Makes an empty cache.
    package init(countMax: Int = 16) { self.countMax = countMax }

    /// The zone that an outline is on pictures of this size; the whole picture without an outline.
    ///
    /// - Parameter shift: Chroma pixels by which the zone is moved, where the camera has turned.
    package mutating func zone(
        for outline: ZoneOutline?, width: Int, height: Int, shift: (x: Int, y: Int) = (0, 0)
    ) -> Entry {
        let key = Key(
            outline: outline, width: width, height: height, shiftX: shift.x, shiftY: shift.y,
            maskChangeNanoseconds: Self.changeNanoseconds(outline))
        if let index = entries.firstIndex(where: { $0.key == key }) {
            let found = entries.remove(at: index)
            entries.append(found)
            return found.entry
        }
        var entry = Self.rasterise(outline, width: width, height: height)
        if shift != (0, 0), entry.problem == nil {
            entry = Entry(zone: entry.zone.translated(x: shift.x, y: shift.y))
        }
        if entries.count == countMax { entries.removeFirst() }
        entries.append((key, entry))
        return entry
    }

    private static func rasterise(_ outline: ZoneOutline?, width: Int, height: Int) -> Entry {
        do {
            switch outline {
            case nil:
                return Entry(zone: .whole(width: width, height: height))
            case .polygon(let definedForWidth, let definedForHeight, let points):
                return Entry(
                    zone: try Zone(
                        polygon: points, definedForWidth: definedForWidth,
                        height: definedForHeight, width: width, height: height))
            case .mask(let path):
                let plane = try PictureDecoder.greyPlane(path: path)
                return Entry(zone: try Zone(maskPlane: plane, width: width, height: height))
            }
        } catch {
            return Entry(zone: .whole(width: width, height: height), problem: "\(error)")
        }
    }

    private static func changeNanoseconds(_ outline: ZoneOutline?) -> Int64 {
        guard case .mask(let path) = outline else { return 0 }
        var facts = stat()
        guard stat(path, &facts) == 0 else { return 0 }
        return Int64(facts.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(facts.st_mtim.tv_nsec)
    }
}
