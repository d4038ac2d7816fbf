public import ArgumentParser
import DepartmentQueues
import Fleet
import Foundation
public import Logging
import ServiceLifecycle
import SiteConfiguration
import Store
import UnixSignals
import Vocabulary

/// `duckweed run`: watches a site's cameras on this machine.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watches a site's cameras on this machine.",
        discussion: """
            Samples every camera when it is due, judges coverage and growth, and puts
            alerts into the departments' queues. It stops by itself when every camera
            is a clip that has been played. SIGTERM and Ctrl-C let what is under way
            end first. On a terminal one line shows how things stand; elsewhere there
            are plain logs.

            EXAMPLES
              duckweed run site.yaml
              duckweed run site.yaml --state /var/lib/duckweed
            """)

    @Argument(help: "The site file.", completion: .file(extensions: ["yaml", "yml"]))
    var site = "site.yaml"

    @OptionGroup var place: StateOptions

    @Option(help: "Sampler processes to keep running.")
    var samplers = 2

    @Option(help: "The quietest log messages that are shown: debug, info, notice, warning, error.")
    var logLevel = Logger.Level.notice

    func validate() throws {
        guard (1...64).contains(samplers) else {
            throw ValidationError("--samplers takes a number from 1 to 64.")
        }
    }

    func run() async throws {
        try await ProgramFailure.reported { try await watch() }
    }

    private func watch() async throws {
        let environment = ProcessInfo.processInfo.environment
        let site = try Site.load(site)
        let executable = try await SamplerExecutable.findOrFail(environment)
        try await executable.accept(site)
        let store = try place.openStore()
        let lock = try StateLock(directory: place.state)
        let status = FleetStatus()
        let statusLine = Terminal.errorIsTerminal ? StatusLine(status: status) : nil
        let logger = makeLogger(statusLine)
        let time = WallClock()

        let worker = FleetWorker(
            site: site, store: store,
            samplers: SamplerPool(
                executable: executable, processCount: samplers, modelPath: site.model?.path,
                environment: environment, time: time, logger: logger),
            relay: OutboxRelay(store: store, queue: EmbeddedQueue(store: store)),
            time: time, logger: logger, status: status)
        try await runServices(worker, statusLine, logger)
        _ = consume lock
        Terminal.error(StatusLine.summary(of: status.counts))
    }

    /// Runs until the worker ends by itself or a signal asks it to.
    private func runServices(
        _ worker: FleetWorker, _ statusLine: StatusLine?, _ logger: Logger
    ) async throws {
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: worker, successTerminationBehavior: .gracefullyShutdownGroup)
        ]
        if let statusLine { services.append(.init(service: statusLine)) }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(logger))
        configuration.maximumGracefulShutdownDuration = .seconds(60)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func makeLogger(_ statusLine: StatusLine?) -> Logger {
        var logger = Logger(label: "duckweed") { label in
            if let statusLine { return StatusLineLogHandler(statusLine: statusLine) }
            return StreamLogHandler.standardError(label: label)
        }
        logger.logLevel = logLevel
        return logger
    }

    /// The service group tells of its own affairs, which are not the operator's.
    private func quiet(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = max(logLevel, .warning)
        return quiet
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
