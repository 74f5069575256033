package import ShirubeCore

/// Why nothing is posted to a URL.
///
/// The URL is a secret, so nothing of it is said but the range that its address lies in.
package enum EndpointRefusal: Sendable, Equatable {
    /// It is not https, nor http to this host.
    case unencrypted
    /// It leads to an address that posts may not go to.
    case range(AddressRange)
    /// It leads to this host, but through a proxy.
    case loopbackBehindProxy

    /// What is wrong.
    package var message: Wording {
        switch self {
        case .unencrypted:
            Wording(
                ja: "送り先のURLが https ではありません（このホスト自身のほかには必要です）。",
                en:
                    "The channel's URL is not https, which is required for every other host than this one."
            )
        case .range(let range) where range.kind == .local:
            Wording(
                ja: "送り先のURLは、組織内の網のアドレス（\(range.text)）に通じます。",
                en: "The channel's URL leads into a local network (\(range.text)).")
        case .range(let range) where range.kind == .loopback:
            Wording(
                ja: "送り先のURLは、このホスト自身の名でないのに、このホスト（\(range.text)）に通じます。",
                en:
                    "The channel's URL leads to this host (\(range.text)) under another name than its own."
            )
        case .range(let range):
            Wording(
                ja: "送り先のURLは、送れるサーバーのないアドレス（\(range.text)）に通じます。",
                en: "The channel's URL leads to an address that is no server's (\(range.text)).")
        case .loopbackBehindProxy:
            Wording(
                ja: "送り先のURLはこのホスト自身ですが、プロキシを通すとプロキシのホストに届きます。",
                en: "The channel's URL is this host, which to its proxy would be the proxy's own.")
        }
    }

    /// What to do about it.
    package var remedy: Wording {
        switch self {
        case .unencrypted:
            Wording(
                ja: "https:// で始まるURLを、その秘密のファイルに書いてください。",
                en: "Put a URL that begins with https:// into its secret.")
        case .range(let range) where range.kind == .local:
            Wording(
                ja: "URLを確かめてください。組織内のサーバーに送るのなら、送り先に allowPrivate: true を加えてください。",
                en:
                    "Check the URL; if it is to be a server of your own network, add allowPrivate: true to the channel."
            )
        case .range(let range) where range.kind == .loopback:
            Wording(
                ja: "URLを確かめてください。このホストに送るのなら、localhost か 127.0.0.1 と書いてください。",
                en: "Check the URL; if it is to be this host, write localhost or 127.0.0.1.")
        case .range:
            Wording(ja: "URLと名前解決を確かめてください。", en: "Check the URL, and what its name resolves to.")
        case .loopbackBehindProxy:
            Wording(ja: "送り先から proxy を消してください。", en: "Remove the channel's proxy.")
        }
    }
}
