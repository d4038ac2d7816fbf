// swift-tools-version: 6.1
// Targets stand in the order data flows: a target may depend only on those above it
// (`scripts/check-layers` fails the build otherwise).

import PackageDescription

let package = Package(
    name: "duckweed",
    products: [
        .executable(name: "duckweed", targets: ["duckweed"]),
        .executable(name: "duckweed-sampler", targets: ["duckweed-sampler"]),
        .executable(name: "duckweed-river", targets: ["duckweed-river"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .target(name: "Vocabulary"),
        .target(name: "JSONLines"),
        .target(name: "CVectors"),
        .target(name: "PixelKernels", dependencies: ["CVectors"]),
        .target(name: "Imaging", dependencies: ["Vocabulary", "PixelKernels"]),
        .systemLibrary(
            name: "CFFmpeg", pkgConfig: "libavformat libavcodec libavutil libswscale",
            providers: [
                .apt(["libavformat-dev", "libavcodec-dev", "libavutil-dev", "libswscale-dev"])
            ]),
        .target(name: "CPlatform"),
        .target(name: "Video", dependencies: ["Vocabulary", "Imaging", "CFFmpeg", "CPlatform"]),
        .target(
            name: "ShippedModels", path: "Models",
            exclude: [
                "README.md", "training", "vegseg-day-1.0.0", "vegseg-day-1.0.0.json",
            ],
            sources: ["ShippedModels.swift"], resources: [.embedInCode("vegseg-day-1.0.0.dwm")]),
        .target(
            name: "Segmentation",
            dependencies: ["Vocabulary", "JSONLines", "PixelKernels", "Imaging", "ShippedModels"]),
        .target(name: "Coverage", dependencies: ["Vocabulary", "Imaging"]),
        .target(
            name: "Sampling",
            dependencies: [
                "Vocabulary", "JSONLines", "PixelKernels", "Imaging", "CPlatform", "Video",
                "Segmentation", "Coverage",
            ]),
        .target(name: "Growth", dependencies: ["Vocabulary"]),
        .target(name: "Alerting", dependencies: ["Vocabulary", "Growth"]),
        .target(name: "Watch", dependencies: ["Vocabulary", "Growth", "Alerting"]),
        .target(name: "Backtesting", dependencies: ["Vocabulary", "Alerting", "Watch"]),
        .target(name: "Evaluation", dependencies: ["Vocabulary", "Alerting", "Watch"]),
        .target(
            name: "SiteConfiguration",
            dependencies: [
                "Vocabulary", "Imaging", "Alerting", "Watch", "Backtesting", "Yams",
            ]),
        .target(
            name: "Store",
            dependencies: [
                "Vocabulary", "JSONLines", "Alerting", "Watch",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "DepartmentQueues", dependencies: ["Vocabulary", "JSONLines", "Store"]),
        .target(
            name: "Fleet",
            dependencies: [
                "Vocabulary", "JSONLines", "CPlatform", "Alerting", "Watch", "SiteConfiguration",
                "Store", "DepartmentQueues",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "SyntheticRiver", dependencies: ["Vocabulary", "Imaging", "Video", "Coverage"]),
        .executableTarget(
            name: "duckweed",
            dependencies: [
                "Vocabulary", "JSONLines", "CPlatform", "Alerting", "Watch", "Backtesting",
                "Evaluation", "SiteConfiguration", "Store", "DepartmentQueues", "Fleet",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "duckweed-sampler",
            dependencies: [
                "Vocabulary", "JSONLines", "PixelKernels", "CPlatform", "Segmentation", "Sampling",
            ]),
        .executableTarget(
            name: "duckweed-river",
            dependencies: [
                "Vocabulary", "JSONLines", "Imaging", "Video", "Evaluation", "SyntheticRiver",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "duckweed-bench",
            dependencies: [
                "Vocabulary", "JSONLines", "CPlatform", "Growth", "Alerting", "Watch",
                "Backtesting", "Store", "Fleet",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Benchmarks", exclude: ["accuracy", "opencv"]),

        .target(
            name: "SimulatedSeries", dependencies: ["Vocabulary"], path: "Tests/SimulatedSeries"),
        .target(
            name: "StoreFixtures", dependencies: ["Vocabulary", "Alerting", "Watch", "Store"],
            path: "Tests/StoreFixtures"),
        .target(
            name: "ModelFixtures", dependencies: ["Segmentation"], path: "Tests/ModelFixtures"),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
        .testTarget(name: "JSONLinesTests", dependencies: ["Vocabulary", "JSONLines"]),
        .testTarget(name: "PixelKernelsTests", dependencies: ["PixelKernels"]),
        .testTarget(
            name: "ImagingTests", dependencies: ["Vocabulary", "PixelKernels", "Imaging"]),
        .testTarget(
            name: "VideoTests", dependencies: ["Vocabulary", "Imaging", "CPlatform", "Video"]),
        .testTarget(
            name: "SegmentationTests",
            dependencies: [
                "Vocabulary", "JSONLines", "PixelKernels", "Imaging", "ShippedModels",
                "Segmentation", "SyntheticRiver",
            ]),
        .testTarget(name: "CoverageTests", dependencies: ["Vocabulary", "Imaging", "Coverage"]),
        .testTarget(
            name: "SamplingTests",
            dependencies: [
                "Vocabulary", "JSONLines", "PixelKernels", "Imaging", "Video", "Segmentation",
                "Sampling", "ModelFixtures", "duckweed-sampler",
            ]),
        .testTarget(
            name: "GrowthTests",
            dependencies: ["Vocabulary", "JSONLines", "Growth", "SimulatedSeries"],
            exclude: ["Golden"]),
        .testTarget(
            name: "AlertingTests",
            dependencies: ["Vocabulary", "JSONLines", "Growth", "Alerting", "SimulatedSeries"]),
        .testTarget(
            name: "WatchTests",
            dependencies: [
                "Vocabulary", "JSONLines", "Growth", "Alerting", "Watch", "SimulatedSeries",
            ]),
        .testTarget(
            name: "BacktestingTests",
            dependencies: [
                "Vocabulary", "JSONLines", "Alerting", "Watch", "Backtesting", "SimulatedSeries",
            ]),
        .testTarget(name: "EvaluationTests", dependencies: ["Vocabulary", "Evaluation"]),
        .testTarget(
            name: "SiteConfigurationTests",
            dependencies: [
                "Vocabulary", "Alerting", "Watch", "Backtesting", "SiteConfiguration",
            ]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Vocabulary", "JSONLines", "Growth", "Alerting", "Watch", "Store", "StoreFixtures",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "DepartmentQueuesTests",
            dependencies: ["Vocabulary", "JSONLines", "Store", "DepartmentQueues", "StoreFixtures"]
        ),
        .testTarget(
            name: "FleetTests",
            dependencies: [
                "Vocabulary", "Alerting", "Watch", "SiteConfiguration", "Store", "Fleet",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "SyntheticRiverTests",
            dependencies: ["Vocabulary", "JSONLines", "Imaging", "Video", "SyntheticRiver"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Vocabulary", "JSONLines", "Imaging", "Video", "Evaluation", "Store",
                "DepartmentQueues", "SyntheticRiver", "ModelFixtures", "duckweed",
                "duckweed-sampler", "duckweed-river",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Every Swift target is held to the same settings.
let targetsInC = ["CPlatform", "CVectors"]
for target in package.targets where target.type != .system && !targetsInC.contains(target.name) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
