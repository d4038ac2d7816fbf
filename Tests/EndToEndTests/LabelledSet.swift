import Foundation
import Imaging
import ModelFixtures
import Video

/// A small labelled set: painted rivers of which the left part is plants, and a clean one.
struct LabelledSet {
    let scratch: Scratch
    var path: String { scratch.path }

    /// Writes the set: `mats` and the burst `burst` are two fifths plants, `clean` has none.
    init() throws {
        scratch = try Scratch()
        try write(picture: "mats", plantShare: 0.4)
        try write(picture: "clean", plantShare: 0)
        for frame in 0..<3 { try write(picture: "burst-\(frame)", plantShare: 0.4, seed: frame) }
        try FileManager.default.moveItem(
            atPath: scratch.file("burst-0.mask.png"), toPath: scratch.file("burst.mask.png"))
        try scratch.write(
            "name,kind,note\nmats,positive,\"easy, and large\"\nburst,positive,\nclean,negative,\n",
            to: "index.csv")
    }

    /// Writes a picture and its labels.
    func write(picture name: String, plantShare: Double, seed: Int = 0) throws {
        var frame = Frame(width: 320, height: 192, encoding: .reference)
        var labels = Plane(width: 320, height: 192, filledWith: 1)
        let edge = Int(320 * plantShare)
        var noise = UInt64(seed) &+ 1
        for y in 0..<192 {
            for x in 0..<320 {
                noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let grain = Int(noise >> 60) - 8
                frame.luma[x, y] = UInt8(x < edge ? 120 + 2 * grain : 105 + grain)
                if x < edge { labels[x, y] = 2 }
                if y < 16 { labels[x, y] = 0 }
            }
        }
        for y in 0..<96 {
            for x in 0..<160 {
                frame.blueDifference[x, y] = 2 * x < edge ? 96 : 119
                frame.redDifference[x, y] = 2 * x < edge ? 108 : 137
            }
        }
        try scratch.write(Data(try PictureEncoder.jpeg(frame, quality: 95)), to: "\(name).jpg")
        try scratch.write(Data(try PictureEncoder.greyPNG(labels)), to: "\(name).mask.png")
    }

    /// Writes a model that tells plants by their colour, as this set paints them.
    ///
    /// - Returns: The path of its file.
    func writeColourModel() throws -> String {
        try scratch.write(Data(try ColourModel.file()), to: "colour.dwm")
    }

    /// Replaces the labels of `mats` by some of half the size.
    static func writeSmallLabels(_ scratch: Scratch) throws {
        let labels = Plane(width: 160, height: 96, filledWith: 1)
        try scratch.write(Data(try PictureEncoder.greyPNG(labels)), to: "mats.mask.png")
    }
}
