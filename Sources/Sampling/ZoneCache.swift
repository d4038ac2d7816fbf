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
        package let problem: Problem?

        fileprivate init(
            zone: consuming Zone, areas: ZoneAreas? = nil, problem: Problem? = nil
        ) {
            self.zone = zone
            self.areas = areas
            self.problem = problem
        }
    }

    /// Why nothing can be measured.
    package struct Problem: Hashable {
        /// The kind of fault.
        package var reason: GapReason
        /// What is wrong and what to do, in one sentence.
        package var detail: String
    }

    private struct Key: Hashable {
        var outline: ZoneOutline?
        var geometry: ViewGeometry?
        var width: Int
        var height: Int
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
    package mutating func zone(
        for outline: ZoneOutline?, geometry: ViewGeometry? = nil, width: Int, height: Int
    ) -> Entry {
        let key = Key(
            outline: outline, geometry: geometry, width: width, height: height,
            maskChangeNanoseconds: Self.changeNanoseconds(outline))
        if let index = entries.firstIndex(where: { $0.key == key }) {
            let found = entries.remove(at: index)
            entries.append(found)
            return found.entry
        }
        let entry = Self.makeEntry(outline, geometry, width: width, height: height)
        if entries.count == countMax { entries.removeFirst() }
        entries.append((key, entry))
        return entry
    }

    private static func makeEntry(
        _ outline: ZoneOutline?, _ geometry: ViewGeometry?, width: Int, height: Int
    ) -> Entry {
        let zone: Zone
        do {
            zone = try rasterise(outline, width: width, height: height)
        } catch {
            return Entry(
                zone: .whole(width: width, height: height),
                problem: Problem(reason: .zoneOutsidePicture, detail: "\(error)"))
        }
        do throws(GeometryError) {
            guard let geometry else { return Entry(zone: zone) }
            let areas = try ZoneAreas(of: zone, seenBy: geometry)
            return Entry(zone: zone, areas: areas)
        } catch {
            return Entry(
                zone: .whole(width: width, height: height),
                problem: Problem(reason: .badGeometry, detail: "\(error)"))
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
