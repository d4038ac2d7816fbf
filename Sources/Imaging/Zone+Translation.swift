extension Zone {
    /// The zone moved by whole chroma pixels, as where the camera has turned a little.
    ///
    /// What comes to lie outside the picture is cut off.
    public func translated(x: Int, y: Int) -> Zone {
        let runs = runs.compactMap { run -> ZoneRun? in
            let row = run.row + y
            let start = max(run.columns.lowerBound + x, 0)
            let end = min(run.columns.upperBound + x, chromaWidth)
            guard (0..<chromaHeight).contains(row), start < end else { return nil }
            return ZoneRun(row: row, columns: start..<end)
        }
        return Zone(width: width, height: height, runs: runs)
    }
}
