// swift-tools-version: 6.1
// Targets stand in the order data flows: a target may depend only on those above it
// (`scripts/check-layers` fails the build otherwise).

import PackageDescription

let package = Package(
    name: "duckweed",
    targets: [
        .target(name: "Vocabulary"),
        .target(name: "JSONLines"),
        .target(name: "PixelKernels"),
        .target(name: "Imaging", dependencies: ["Vocabulary", "PixelKernels"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
        .testTarget(name: "JSONLinesTests", dependencies: ["Vocabulary", "JSONLines"]),
        .testTarget(name: "PixelKernelsTests", dependencies: ["PixelKernels"]),
        .testTarget(
            name: "ImagingTests", dependencies: ["Vocabulary", "PixelKernels", "Imaging"]),
    ],
    swiftLanguageModes: [.v6]
)

// Every Swift target is held to the same settings.
for target in package.targets where target.type != .system && target.name != "CPlatform" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
