extension RiverScene {
    /// The mats of a sample: grown, cut, carried off and drifted as the plan says.
    func cover(of plan: ClipPlan, sample: Int) -> MatCover {
        let days = plan.days(ofSample: sample)
        let coverage = plan.growth.coverage(afterDays: days)
        let strips = plan.growth.harvestDay.flatMap { days >= $0 ? plan.growth.harvestStrips : nil }
        guard plan.drift != nil || strips != nil else { return cover(coverage) }
        let field =
            plan.drift.map { MatField(site: site, seed: seed, offset: $0.offset(afterDays: days)) }
            ?? mats
        var shares = MatThreshold.shares(
            above: threshold.level(of: coverage), field: field, isWater: isWater)
        if let strips {
            let uncut = MatThreshold.shares(
                above: threshold.level(of: plan.growth.uncutCoverage(afterDays: days)),
                field: field, isWater: isWater)
            for index in shares.indices where isWater[index] {
                let cut = cutShare(strips, index: index)
                shares[index] = shares[index] * cut + uncut[index] * (1 - cut)
            }
        }
        return threshold.cover(shares, driftedAlbedo: plan.drift == nil ? nil : field.albedo)
    }

    private func cutShare(_ strips: HarvestStrips, index: Int) -> Float {
        let camera = site.camera
        let row = camera.row(at: Double(index / camera.width) + 0.5)
        let across =
            (Double(index % camera.width) + 0.5 - Double(camera.width) / 2) * row.pixelWidthMetres
        return Float(
            strips.cutShare(
                metresBeforeFar: site.banks.metresBeforeFar(x: across, z: row.z),
                footprintMetres: row.pixelDepthMetres))
    }
}
