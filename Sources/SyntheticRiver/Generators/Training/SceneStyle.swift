/// How far a training scene strays from what most rivers show.
///
/// One draw settles the ranges of all that a scene shows: colours of plants and water, how even a
/// mat lies, how the camera exposes. Wide ranges in every scene would teach that plants may look
/// like anything; narrow ones alone, that nothing else can be a plant.
enum SceneStyle {
    /// Plants and waters as most rivers show them.
    case plain
    /// Colours, leaves and exposures as far apart as cameras have shown them.
    case varied
    /// As varied; films of duckweed as even as paint, and waters as green as plants.
    case smooth
    /// Plants in full colour or bluish, and bright green waters: seldom seen, yet real.
    case vivid

    static func draw(random: inout SplitMix64) -> SceneStyle {
        random.pick(weighted: [0.4: .plain, 0.26: .varied, 0.26: .smooth, 0.08: .vivid])
    }
}
