import ArgumentParser
import SyntheticRiver

/// `duckweed-river season`: camera-years as series of numbers, with the truth beside them.
struct Season: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Simulates camera-years: samples of coverage, and what was true.",
        discussion: """
            Writes series.csv (time,coverage,camera,sigma), truth.csv (time,camera,coverage,rate; \
            a line for each line of the series) and events.csv (time,camera,event,size: harvests, \
            flushes, arrivals of mats). How it is simulated: docs/season.md.

            EXAMPLES
              duckweed-river season --years 20 --seed 7 --into /tmp/season
              duckweed-river season --years 20 --noise 4 --step 2h --into /tmp/noisy
            """)

    @OptionGroup var options: SeasonOptions

    @Option(help: "Multiplies noise and drift of the cameras.")
    var noise = 1.0

    @Option(help: "The folder to write to; it is made when it is missing.")
    var into: String

    func validate() throws {
        if let mistake = options.plan(noise: noise).mistake { throw ValidationError(mistake) }
    }

    func run() throws {
        let plan = options.plan(noise: noise)
        let files = try SeasonFiles(into: into)
        var samples = 0
        for number in 0..<plan.years {
            let year = CameraYear(plan, number: number)
            try files.write(year)
            samples += year.samples.count
        }
        print("\(into): \(plan.years) camera-years, \(samples) samples")
    }
}
