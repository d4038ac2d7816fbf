import Vocabulary

/// One camera: `{id, name, url, user, password, zone, recalibration, sample, play, reach, tags, location}`.
struct CameraSection {
    /// What a camera's `sample` does not say.
    let sampling: SamplingPlan
    let secrets: SecretReference
    let zones = ZoneLibrary()

    /// A camera as it stands in the file.
    var shape: Shape<CameraDraft> { Shape(read: camera) }

    private func camera(_ source: SourceValue) -> CameraDraft? {
        guard var keys = MappingReader(source, "a camera") else { return nil }
        let id = keys.required("id", Shape<CameraID>.identifier.located, example: "id: lock-3")
        let name = keys.optional("name", .text("a name"))
        let address = keys.required(
            "url", CameraAddress.shape, example: "url: rtsp://10.1.2.3/stream1")
        let credentials = credentials(&keys)
        let zone = keys.optional("zone", zones.shape)
        let recalibration = keys.optional("recalibration", RecalibrationReference.shape)
        let plan = keys.optional("sample", SamplingSection.shape(defaults: sampling))
        let playback = keys.optional("play", PlaybackSection.shape)
        let reach = keys.optional("reach", Shape<ReachID>.identifier.located)
        var tags = keys.optional("tags", TagsSection.shape) ?? [:]
        let location = keys.optional("location", LocationSection.shape)
        keys.finish()
        if let address { tellMisfits(of: address, playback, keys) }
        if let reach { Self.tag(&tags, with: reach) }
        guard let id else { return nil }
        var draft = CameraDraft(id: id, tags: tags)
        if let address {
            draft.camera = SiteCamera(
                id: id.value, name: name ?? id.value.rawValue,
                source: VideoSource(location: address.location, credentials: credentials),
                zone: zone?.outline, geometry: zone?.geometry, recalibration: recalibration,
                sampling: plan ?? sampling,
                playback: playback, tags: tags, reach: reach?.value,
                waterSquareMetres: zone?.squareMetres, location: location)
        }
        return draft
    }

    /// Makes the reach a tag too, so that rules and routes can choose by it.
    private static func tag(_ tags: inout [String: String], with reach: Located<ReachID>) {
        let name = "reach"
        if let tag = tags[name], tag != reach.value.rawValue {
            reach.mistake(
                "the camera's reach is '\(reach.value)', but its tag 'reach' says '\(tag)'",
                "remove the tag; the reach is a tag by itself")
        }
        tags[name] = reach.value.rawValue
    }

    private func credentials(_ keys: inout MappingReader) -> Credentials? {
        let user = keys.value("user").flatMap { secrets.resolve($0, key: "user") }
        let password = keys.value("password").flatMap { secrets.resolve($0, key: "password") }
        switch (keys.has("user"), keys.has("password")) {
        case (true, false):
            keys.mistake(at: "user", "there is a user but no password", "add password: env:NAME")
        case (false, true):
            keys.mistake(at: "password", "there is a password but no user", "add user: env:NAME")
        default: break
        }
        guard let user, let password else { return nil }
        return Credentials(user: user, password: Secret(password))
    }

    /// Tells keys that do not go with the kind of address.
    private func tellMisfits(
        of address: CameraAddress, _ playback: ClipPlayback?, _ keys: MappingReader
    ) {
        switch address {
        case .live:
            guard keys.has("play") else { return }
            keys.mistake(
                at: "play", "a live camera can't be played from another time",
                "remove 'play', or name a clip as the 'url'")
        case .clip(let path):
            if case .scaled = playback?.pace, FileAccess.isFolder(path) {
                keys.mistake(
                    at: "play", "pictures have no times of their own to be scaled",
                    "write play: {start: …, every: 6h}, or name the pictures by their dates")
            }
            for key in ["user", "password"] where keys.has(key) {
                keys.mistake(at: key, "a clip asks for no '\(key)'", "remove it")
            }
        }
    }
}

/// A camera and where its name stands.
struct CameraDraft {
    var id: Located<CameraID>
    var tags: [String: String]
    /// The camera; `nil` when it has a mistake.
    var camera: SiteCamera?
}
