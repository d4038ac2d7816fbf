import Glibc
package import Imaging
import Video
package import Vocabulary

/// Keeps the zones that were rasterised last, one for each outline, geometry and picture size.
package struct ZoneCache {
    /// A zone, or why there is none.
    package final class Entry {
        /// The zone; the whole picture where there is a problem.
        package let zone: Zone
        /// What the pixels of the zone weigh; `nil` without a geometry.
        package let areas: ZoneAreas?
        /// Why nothing can be measured with this outline and geometry on this picture.
        package let problem: QualityGate.Refusal?
        /// The land around the zone.
        package let land: LandCells

        fileprivate init(
            zone: consuming Zone, areas: ZoneAreas? = nil, problem: QualityGate.Refusal? = nil
        ) {
            land = LandCells(around: zone)
            self.zone = zone
            self.areas = areas
            self.problem = problem
        }
    }

    private struct Key: Hashable {
        var outline: ZoneOutline?
        var geometry: ViewGeometry?
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
    /// - Parameters:
    ///   - outline: The water.
    ///   - geometry: How the picture lies on it, where it is known.
    ///   - width: Width of the picture in luma pixels.
    ///   - height: Height of the picture in luma pixels.
    ///   - shift: Chroma pixels by which the zone is moved, where the camera has turned.
    package mutating func zone(
        for outline: ZoneOutline?, geometry: ViewGeometry? = nil, width: Int, height: Int,
        shift: (x: Int, y: Int) = (0, 0)
    ) -> Entry {
        let key = Key(
            outline: outline, geometry: geometry, width: width, height: height, shiftX: shift.x,
            shiftY: shift.y,
            maskChangeNanoseconds: Self.changeNanoseconds(outline))
        if let index = entries.firstIndex(where: { $0.key == key }) {
            let found = entries.remove(at: index)
            entries.append(found)
            return found.entry
        }
        let entry = Self.makeEntry(key)
        if entries.count == countMax { entries.removeFirst() }
        entries.append((key, entry))
        return entry
    }

    private static func makeEntry(_ key: Key) -> Entry {
        var zone: Zone
        do {
            zone = try rasterise(key.outline, width: key.width, height: key.height)
        } catch {
            return Entry(
                zone: .whole(width: key.width, height: key.height),
                problem: .init(reason: .zoneOutsidePicture, detail: "\(error)"))
        }
        let shift = (x: key.shiftX, y: key.shiftY)
        if shift != (0, 0) { zone = zone.translated(x: shift.x, y: shift.y) }
        guard let geometry = key.geometry else { return Entry(zone: zone) }
        do throws(GeometryError) {
            let areas = try ZoneAreas(of: zone, seenBy: geometry, shift: shift)
            return Entry(zone: zone, areas: areas)
        } catch {
            return Entry(
                zone: zone, problem: .init(reason: .badGeometry, detail: "\(error)"))
        }
    }

    private static func rasterise(
        _ outline: ZoneOutline?, width: Int, height: Int
    ) throws -> Zone {
        switch outline {
        case nil:
            return .whole(width: width, height: height)
        case .polygon(let definedForWidth, let definedForHeight, let points):
            return try Zone(
                polygon: points, definedForWidth: definedForWidth, height: definedForHeight,
                width: width, height: height)
        case .mask(let path):
            let plane = try PictureDecoder.greyPlane(path: path)
            return try Zone(maskPlane: plane, width: width, height: height)
        }
    }

    private static func changeNanoseconds(_ outline: ZoneOutline?) -> Int64 {
        guard case .mask(let path) = outline else { return 0 }
        var facts = stat()
        guard stat(path, &facts) == 0 else { return 0 }
        return Int64(facts.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(facts.st_mtim.tv_nsec)
    }
}
