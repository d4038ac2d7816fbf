import ArgumentParser
import Foundation
import Store
import Vocabulary

/// Where everything is kept that has to outlive the program.
struct StateOptions: ParsableArguments {
    @Option(name: .long, help: "The folder in which everything is kept.")
    var state = "duckweed-state"

    /// Opens a store that is there already.
    func openExistingStore() throws -> SiteStore {
        try SiteStore(directory: state, opening: .existing)
    }

    /// Opens the store, in a new folder where there is none.
    func openStore() throws -> SiteStore {
        do {
            try FileManager.default.createDirectory(
                atPath: state, withIntermediateDirectories: true)
        } catch {
            throw ProgramFailure(
                "the folder \(state) can't be made: \(error.localizedDescription); "
                    + "name another one with --state",
                exit: .unavailable)
        }
        return try SiteStore(directory: state)
    }
}
