import ShirubeCore

/// Reads the channels that take webhooks.
struct ChannelReader {
    let reader: ConfigurationReader

    func channels(_ value: YAMLValue) -> [Configuration.Channel] {
        var channels: [Configuration.Channel] = []
        for item in value.items() ?? [] {
            guard let channel = item.map(self.channel) else { continue }
            if channels.contains(where: { $0.name == channel.name }) {
                item.reportTwice(channel.name)
            }
            channels.append(channel)
        }
        return channels
    }

    private func channel(_ map: YAMLMap) -> Configuration.Channel? {
        let name = map.required("name")?.text()
        let kind = map.required("kind")?.word(ChatDialect.self)
        let secrets = SecretReader(paths: reader.paths)
        let url = secrets.secret(map, file: "urlFile", credential: "urlCredential", inline: "url")
        let timeout = map.optional("timeoutSeconds")?.integer(in: Configuration.attemptSeconds)
        let gap = map.optional("gapMilliseconds")?.integer(in: 0...60_000)
        let connections = map.optional("connections")?.integer(in: 1...10)
        let allowsPrivate = map.optional("allowPrivate")?.flag() ?? false
        let authorities = map.optional("authorities").flatMap { reader.paths.existingFile($0) }
        let proxy = self.proxy(map, secrets)
        if url == nil, !["urlFile", "urlCredential", "url"].contains(where: map.has) {
            map.problems.add(
                map.line,
                Wording(ja: "送り先のURLがありません。", en: "The channel has no URL."),
                remedy: Wording(
                    ja: "URLをファイルに書き、そのファイルを urlFile に書いてください。",
                    en: "Put the URL into a file and name that file in `urlFile`."))
        }
        let signing = secrets.secret(
            map, file: "signingSecretFile", credential: "signingSecretCredential",
            inline: "signingSecret")
        if let kind { checkSigning(map, kind) }
        if let url { checkAddress(map, url, allowsPrivate, isProxied: proxy != nil) }
        guard let name, let kind, let url else { return nil }
        let standard = Configuration.Channel(name: name, kind: kind, url: url)
        return Configuration.Channel(
            name: name, kind: kind, url: url, timeoutSeconds: timeout ?? standard.timeoutSeconds,
            gapMilliseconds: gap ?? standard.gapMilliseconds,
            connections: connections ?? standard.connections, signingSecret: signing,
            allowsPrivate: allowsPrivate, authorities: authorities, proxy: proxy)
    }

    /// Where the proxy's URL stands; nil where there is none, or after a report.
    private func proxy(_ map: YAMLMap, _ secrets: SecretReader) -> ProxySource? {
        let secret = secrets.secret(map, file: "proxyFile", credential: "proxyCredential")
        guard let value = map.optional("proxy") else { return secret.map(ProxySource.secret) }
        if secret != nil {
            value.report(
                Wording(
                    ja: "proxy と、proxyFile か proxyCredential の両方があります。",
                    en: "Both `proxy` and `proxyFile` or `proxyCredential` are written."),
                remedy: Wording(ja: "一方を消してください。", en: "Remove one of them."))
        }
        guard let text = value.text() else { return nil }
        if let endpoint = Endpoint(url: text), endpoint.isProxy, !endpoint.hasLogin {
            return .url(text)
        }
        // What is written may hold a password, and is not repeated.
        value.report(
            Wording(
                ja: "「proxy」の内容は、ログインのない http:// か https:// のURLではありません。",
                en: "What `proxy` says is no http:// or https:// URL without a login."),
            remedy: Wording(
                ja: "http://proxy.city.example.jp:8080 のように書いてください。ログインが要るなら、URLを別のファイルに書いて"
                    + " proxyFile で指してください。",
                en:
                    "Write it like http://proxy.city.example.jp:8080. If it needs a login, put the URL into a"
                    + " file named by `proxyFile`."))
        return nil
    }

    /// Says at once what every delivery would be refused for, where the URL lies in a file that can be read already.
    private func checkAddress(
        _ map: YAMLMap, _ source: SecretSource, _ allowsPrivate: Bool, isProxied: Bool
    ) {
        guard case .file = source, let url = try? Secret.read(source, environment: [:]),
            let endpoint = Endpoint(url: url),
            let refusal = endpoint.refusal(allowsPrivate: allowsPrivate, isProxied: isProxied)
        else { return }
        map.problems.add(map.line(of: "urlFile"), refusal.message, remedy: refusal.remedy)
    }

    /// A system of the city's own tells our posts by their signature; chat services do not look at one.
    private func checkSigning(_ map: YAMLMap, _ kind: ChatDialect) {
        let names = ["signingSecretFile", "signingSecretCredential", "signingSecret"]
        let written = names.first { map.optional($0) != nil }
        if kind == .json, written == nil {
            map.problems.add(
                map.line,
                Wording(
                    ja: "kind: json の投稿に署名するための秘密がありません。",
                    en: "A channel of `kind: json` has no secret to sign its posts with."),
                remedy: Wording(
                    ja: "秘密をファイルに書き、そのファイルを signingSecretFile に書いてください。",
                    en: "Put a secret into a file and name that file in `signingSecretFile`."))
        } else if kind != .json, let written {
            map.problems.add(
                map.line(of: written),
                Wording(
                    ja: "「\(written)」は kind: json の送り先だけで使えます。",
                    en: "`\(written)` is for channels of `kind: json` only."),
                remedy: Wording(ja: "消してください。", en: "Remove it."))
        }
    }
}
