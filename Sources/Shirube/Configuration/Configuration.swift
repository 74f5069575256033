package import ShirubeCore

/// What the administrator has set, checked and with every default filled in.
///
/// `config/shirube.yaml` lists every key. Paths are absolute here.
package struct Configuration: Sendable, Equatable {
    /// The file it was read from.
    package let file: String
    /// The strategy files, at least one.
    package let strategies: [String]
    /// The folder of ledger and archive.
    package let state: String
    /// The folder that holds a drop folder for each department.
    package let drops: String
    /// The language of mails and summaries.
    package let language: Language
    /// A mark put into every title, such as 架空; nil for none.
    package let mark: String?
    /// The letters by which statuses are shown.
    package let letters: LetterTable
    /// How drops are taken in.
    package let intake: Intake
    /// How the files of departments differ: by `department`, or `strategy/department` with several strategies.
    package let profiles: [String: DropProfile]
    /// How mail leaves; nil sends none.
    package let mail: Mail?
    /// The channels that take webhooks; empty for none.
    package let channels: [Channel]
    /// Who gets what.
    package let routes: Routes
    /// What runs when; empty for nothing.
    package let schedule: [ScheduleEntry]
    /// When people are at their desks.
    package let office: OfficeHours
    /// By when figures are due, and the offices' working days that this is counted in.
    package let dueDays: DueDays
    /// When people are told of an alert that lasts.
    package let alerts: AlertRules
    /// How many years what was sent is kept, after its last message has come to its end.
    package let keepYears: Int
    /// How the web pages are made.
    package let publishing: Publishing

    /// Makes a configuration.
    package init(
        file: String, strategies: [String], state: String, drops: String,
        language: Language = .japanese, mark: String? = nil, letters: LetterTable = .standard,
        intake: Intake = Intake(),
        profiles: [String: DropProfile] = [:], mail: Mail? = nil, channels: [Channel] = [],
        routes: Routes = Routes(),
        schedule: [ScheduleEntry] = [], office: OfficeHours = OfficeHours(),
        dueDays: DueDays = DueDays(), alerts: AlertRules = AlertRules(),
        keepYears: Int = Self.standardKeepYears, publishing: Publishing = Publishing()
    ) {
        self.file = file
        self.strategies = strategies
        self.state = state
        self.drops = drops
        self.language = language
        self.mark = mark
        self.letters = letters
        self.intake = intake
        self.profiles = profiles
        self.mail = mail
        self.channels = channels
        self.routes = routes
        self.schedule = schedule
        self.office = office
        self.dueDays = dueDays
        self.alerts = alerts
        self.keepYears = keepYears
        self.publishing = publishing
    }

    /// A plan's five years, and those of the plan after it, by which it is evaluated.
    package static let standardKeepYears = 10

    /// How long one attempt to deliver may be allowed to take: less than the watchdog's patience.
    static let attemptSeconds = 1...120

    /// How drops are taken in.
    package struct Intake: Sendable, Equatable {
        /// A file counts as finished once it has not changed for this many seconds.
        package let settleSeconds: Double
        /// Seconds between two looks into the folders; nil means 60 beside inotify, 10 without.
        package let pollSeconds: Double?
        /// A larger file is rejected unread.
        package let maximumBytes: Int
        /// How much a file may hold besides.
        package let limits: DropLimits
        /// Of more files in one folder, the first by name are taken in before the others are looked at.
        package let maximumPending: Int
        /// Most files that one department brings in before the others have their turn.
        package let maximumPerTurn: Int
        /// With less room on the disk, files stay where they are.
        package let minimumFreeBytes: Int
        /// Whether `x.csv` is taken only with `x.csv.done` beside it.
        package let doneFiles: Bool
        /// A folder that is not heard of for this many seconds is said not to answer.
        package let answerSeconds: Double

        /// Makes intake settings.
        package init(
            settleSeconds: Double = 2, pollSeconds: Double? = nil,
            maximumBytes: Int = 64 << 20, limits: DropLimits = DropLimits(),
            maximumPending: Int = 1_000, maximumPerTurn: Int = 100,
            minimumFreeBytes: Int = 256 << 20, doneFiles: Bool = false,
            answerSeconds: Double = 30
        ) {
            self.settleSeconds = settleSeconds
            self.pollSeconds = pollSeconds
            self.maximumBytes = maximumBytes
            self.limits = limits
            self.maximumPending = maximumPending
            self.maximumPerTurn = maximumPerTurn
            self.minimumFreeBytes = minimumFreeBytes
            self.doneFiles = doneFiles
            self.answerSeconds = answerSeconds
        }
    }

    /// How mail leaves the house.
    package struct Mail: Sendable, Equatable {
        /// How the connection is protected.
        package enum Security: String, Sendable, CaseIterable {
            /// STARTTLS, refused where the server does not offer it.
            case starttls
            /// TLS from the first byte.
            case tls
            /// None: allowed for a server on loopback only.
            case none
        }

        /// A server and how to speak with it.
        package struct Server: Sendable, Equatable {
            /// The server's name or address.
            package let host: String
            /// Its port.
            package let port: Int
            /// How the connection is protected.
            package let security: Security

            /// Makes what is known of a server.
            package init(host: String, port: Int, security: Security) {
                self.host = host
                self.port = port
                self.security = security
            }
        }

        /// What Shirube logs in with.
        package enum Login: Sendable, Equatable {
            /// A password, by the mechanism that the server prefers.
            case password(username: String, SecretSource)
            /// A token that somebody else renews (XOAUTH2).
            case token(username: String, SecretSource)
        }

        /// By what Shirube shows that it is itself, where a server asks for a certificate.
        package struct ClientCertificate: Sendable, Equatable {
            /// The certificate's file, PEM.
            package let file: String
            /// Its key's file, PEM, without a passphrase.
            package let key: String

            /// Makes a pair of files.
            package init(file: String, key: String) {
                self.file = file
                self.key = key
            }
        }

        /// The servers, the first one first: the others are for when it cannot be reached.
        package let servers: [Server]
        /// The sender, `name <address>` or an address.
        package let from: String
        /// Where answers go; nil leaves the header out.
        package let replyTo: String?
        /// The login; nil logs in as nobody.
        package let login: Login?
        /// A file of certificate authorities to trust instead of the system's; nil for the system's.
        package let authorities: String?
        /// The certificate to show; nil shows none.
        package let certificate: ClientCertificate?
        /// The domains to which mail may go, in lower case; empty for every one.
        package let allowedDomains: [String]
        /// An attempt that takes longer is given up.
        package let timeoutSeconds: Int
        /// How many mails may be on their way at a time.
        package let connections: Int

        /// Makes mail settings.
        package init(
            servers: [Server], from: String, replyTo: String? = nil, login: Login? = nil,
            authorities: String? = nil, certificate: ClientCertificate? = nil,
            allowedDomains: [String] = [], timeoutSeconds: Int = 60, connections: Int = 4
        ) {
            self.servers = servers
            self.from = from
            self.replyTo = replyTo
            self.login = login
            self.authorities = authorities
            self.certificate = certificate
            self.allowedDomains = allowedDomains
            self.timeoutSeconds = timeoutSeconds
            self.connections = connections
        }
    }

    /// A channel that takes webhooks.
    package struct Channel: Sendable, Equatable {
        /// Its name in routes, logs and the ledger.
        package let name: String
        /// What it understands.
        package let kind: ChatDialect
        /// Where its URL is kept: the URL is a secret.
        package let url: SecretSource
        /// An attempt that takes longer is given up.
        package let timeoutSeconds: Int
        /// From the start of one post to the start of the next.
        package let gapMilliseconds: Int
        /// How many posts may be on their way at a time; more than one where there is no gap.
        package let connections: Int
        /// Where the secret is kept that posts are signed with; nil where they are not signed.
        package let signingSecret: SecretSource?
        /// Whether the URL may lead into a local network.
        package let allowsPrivate: Bool
        /// A file of certificate authorities to trust instead of the system's; nil for the system's.
        package let authorities: String?
        /// The proxy that posts go through; nil for none.
        package let proxy: ProxySource?

        /// Makes a channel; without a gap it has that of its kind.
        package init(
            name: String, kind: ChatDialect, url: SecretSource, timeoutSeconds: Int = 30,
            gapMilliseconds: Int? = nil, connections: Int = 1, signingSecret: SecretSource? = nil,
            allowsPrivate: Bool = false, authorities: String? = nil, proxy: ProxySource? = nil
        ) {
            self.allowsPrivate = allowsPrivate
            self.authorities = authorities
            self.proxy = proxy
            self.signingSecret = signingSecret
            self.connections = connections
            self.gapMilliseconds = gapMilliseconds ?? kind.gapMilliseconds
            self.name = name
            self.kind = kind
            self.url = url
            self.timeoutSeconds = timeoutSeconds
        }
    }

    /// Who gets what.
    package struct Routes: Sendable, Equatable {
        /// The posts, and who holds them.
        package let posts: [Post]
        /// Each department's roles: by `department`, or `strategy/department` with several strategies.
        package let departments: [String: [Role: [Routing.Entry]]]
        /// The planning division.
        package let planning: [Routing.Entry]
        /// The executives.
        package let executives: [Routing.Entry]
        /// Who gets the quarterly summary besides.
        package let summary: [Routing.Entry]

        /// Makes routes.
        package init(
            posts: [Post] = [], departments: [String: [Role: [Routing.Entry]]] = [:],
            planning: [Routing.Entry] = [], executives: [Routing.Entry] = [],
            summary: [Routing.Entry] = []
        ) {
            self.posts = posts
            self.departments = departments
            self.planning = planning
            self.executives = executives
            self.summary = summary
        }
    }
}

/// Where a secret is kept; the secret itself is read when it is used and never stored.
package enum SecretSource: Sendable, Equatable {
    /// A file that nobody but its owner and group may read.
    case file(String)
    /// A systemd credential of this name (`LoadCredential=`), found under `$CREDENTIALS_DIRECTORY`.
    case credential(String)
}

/// Where the URL of a proxy stands.
package enum ProxySource: Sendable, Equatable {
    /// In the configuration, without a login.
    case url(String)
    /// Where a secret is kept, as it holds a login.
    case secret(SecretSource)
}
