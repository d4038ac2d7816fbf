import ArgumentParser
import CPlatform
import Vocabulary

/// The command `duckweed`.
@main
struct Duckweed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duckweed",
        abstract: "Watches river cameras for duckweed and alerts the department in charge.",
        discussion: """
            It measures how much of the water floating vegetation covers and how fast
            it grows, and puts one alert into the responsible department's queue when
            a threshold is reached.

            EXAMPLES
              duckweed run site.yaml                watch a site's cameras
              duckweed check site.yaml              find every mistake of a site file
              duckweed rules site.yaml              see the rules as they hold for each camera
              duckweed replay clip.mp4 --zone z.json   judge a recording as if live
              duckweed measure picture.jpg          measure one picture
              duckweed calibrate picture.jpg …      correct the model for one camera
              duckweed evaluate labelled/           see how well the model sees
              duckweed queue receive water-bureau   take a department's alerts
              duckweed alert acknowledge ALERT      note who takes care of an alert
              duckweed silence add --camera lock-3  keep alerts silent for a time
              duckweed status                       see how each camera stands
              duckweed camera approve lock-3        accept the new view of a turned camera

            SHELL COMPLETION
              duckweed --generate-completion-script bash|zsh|fish
            """,
        version: ProgramVersion.current,
        subcommands: [
            RunCommand.self, ReplayCommand.self, MeasureCommand.self, CalibrateCommand.self,
            EvaluateCommand.self, FeaturesCommand.self, CheckCommand.self, RulesCommand.self,
            QueueCommand.self, AlertCommand.self, SilenceCommand.self, StatusCommand.self,
            CameraCommand.self,
        ])

    static func main() async {
        duckweed_ignore_broken_pipes()
        await main(nil)
    }
}
