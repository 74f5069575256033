import CCurl
import ShirubeCore

/// Where a URL leads, as libcurl itself will read it.
///
/// Two readers of one URL can disagree on its host (`http://localhost@example.com/`); asking libcurl leaves
/// one reader.
package struct Endpoint: Sendable, Equatable {
    /// The scheme in lower case, such as `https`.
    package let scheme: String
    /// The host's name or address, an IPv6 address in brackets.
    package let host: String
    /// The URL and those of its parts that no text may repeat: login, path and query hold a webhook's secret.
    package let secrets: [String]

    /// Reads a URL; nil where libcurl cannot, or where it has no scheme or host.
    package init?(url: String) {
        guard let parsed = unsafe curl_url() else { return nil }
        defer { unsafe curl_url_cleanup(parsed) }
        guard unsafe curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK,
            let scheme = unsafe Self.part(CURLUPART_SCHEME, of: parsed),
            let host = unsafe Self.part(CURLUPART_HOST, of: parsed), !host.isEmpty
        else { return nil }
        self.scheme = scheme
        self.host = host
        var secrets = [url]
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_PATH, CURLUPART_QUERY] {
            guard let text = unsafe Self.part(part, of: parsed) else { continue }
            secrets += text.utf8.split { "/&=".utf8.contains($0) }.map { String($0) ?? "" }
            secrets.append(text)
        }
        self.secrets = secrets
        hasLogin =
            unsafe Self.part(CURLUPART_USER, of: parsed) != nil
            || Self.part(CURLUPART_PASSWORD, of: parsed) != nil
    }

    /// Whether the URL holds a login.
    let hasLogin: Bool

    /// Whether it is one that a proxy can have.
    var isProxy: Bool { scheme == "http" || scheme == "https" }

    /// Why no post may go there; nil where one may: by https, or by http to this very host.
    ///
    /// A host that is written as an address is looked at here, one with a name when it is connected to. A proxy looks names up
    /// by itself, so an address is all that can be seen of what it leads to.
    ///
    /// - Parameters:
    ///   - allowsPrivate: whether addresses of local networks are allowed.
    ///   - isProxied: whether posts go through a proxy, for which this host would be another than for us.
    /// - Returns: what is wrong with it; of an address, the range that it lies in.
    func refusal(allowsPrivate: Bool, isProxied: Bool) -> EndpointRefusal? {
        guard scheme == "https" || (scheme == "http" && isLoopback) else { return .unencrypted }
        if isProxied, isLoopback { return .loopbackBehindProxy }
        let rule = rule(allowsPrivate: allowsPrivate)
        return NetworkAddress(host).flatMap(rule.refusal).map { .range($0) }
    }

    /// To which addresses posts may go.
    func rule(allowsPrivate: Bool) -> AddressRule {
        AddressRule(isLoopbackHost: isLoopback, allowsPrivate: allowsPrivate)
    }

    /// Whether nothing that is sent there leaves this host.
    package var isLoopback: Bool { Loopback.isLoopback(host: host) }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(url, part, &text, 0) == CURLUE_OK, let text = unsafe text else {
            return nil
        }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
