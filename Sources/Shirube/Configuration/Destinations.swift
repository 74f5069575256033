import ShirubeCore

extension Configuration {
    /// The mail servers and the channels that do not lie on this machine.
    ///
    /// - Parameter environment: the process's environment, where credentials are looked up.
    /// - Returns: the mail servers' host names and the channels' names, never a URL; empty where
    ///   nothing can leave this machine. A channel whose URL cannot be read counts as lying elsewhere.
    package func destinationsBeyondLoopback(environment: [String: String]) -> [String] {
        let servers = (mail?.servers ?? []).map(\.host).filter { !Loopback.isLoopback(host: $0) }
        let distant = channels.filter { channel in
            guard let url = try? Secret.read(channel.url, environment: environment) else {
                return true
            }
            return Endpoint(url: url)?.isLoopback != true
        }
        return servers + distant.map(\.name)
    }
}
