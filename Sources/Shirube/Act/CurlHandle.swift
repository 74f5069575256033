import CCurl
import ShirubeCore

/// A libcurl easy handle: one connection at a time, kept open from one transfer to the next.
///
/// It belongs to one actor. Every transfer starts from `begin`, so nothing set for an earlier one lingers.
@safe struct CurlHandle: ~Copyable {
    // curl_easy_init may give NULL; libcurl's functions all take it and answer with an error.
    private let handle: UnsafeMutableRawPointer?
    private let exchange: CurlExchange
    private let errorText: UnsafeMutablePointer<CChar>
    private var list: UnsafeMutablePointer<curl_slist>?
    private var refused: CURLcode = CURLE_OK

    /// curl_global_init has to run once, before any handle; Swift runs a global's initialiser once.
    private static let isLibraryReady: Bool =
        curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Makes a handle whose transfers stop when the flag is raised.
    init(abort: AbortFlag) {
        unsafe handle = Self.isLibraryReady ? curl_easy_init() : nil
        exchange = CurlExchange(abort: abort)
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        // In this order: closing says goodbye to the server through the callbacks and the error buffer.
        unsafe curl_easy_cleanup(handle)
        unsafe curl_slist_free_all(list)
        unsafe errorText.deallocate()
        withExtendedLifetime(exchange) {}
    }

    /// Starts the next transfer's settings with what every transfer has in common.
    ///
    /// - Parameters:
    ///   - protocols: the schemes that may be spoken, such as `smtp,smtps`.
    ///   - timeoutSeconds: the whole transfer's deadline, at least 1.
    mutating func begin(protocols: String, timeoutSeconds: Int) {
        unsafe curl_easy_reset(handle)
        unsafe curl_slist_free_all(list)
        unsafe list = nil
        refused = CURLE_OK
        set(CURLOPT_PROTOCOLS_STR, protocols)
        // 0 would mean "no deadline" to libcurl.
        let deadline = max(1, timeoutSeconds)
        set(CURLOPT_TIMEOUT, deadline)
        set(CURLOPT_CONNECTTIMEOUT, min(deadline, 20))
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, deadline)
        // Timeouts by SIGALRM would hit a process of many threads anywhere.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        // Nothing comes from the environment or a home directory: a proxy would see every message.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "")
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_NOPROGRESS, 0)
        let pointer = unsafe Unmanaged.passUnretained(exchange).toOpaque()
        for option in [
            CURLOPT_READDATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA,
        ] {
            unsafe note(shirube_curl_set_pointer(handle, option, pointer))
        }
        unsafe note(shirube_curl_set_read(handle, CurlExchange.read))
        unsafe note(shirube_curl_set_write(handle, CurlExchange.write))
        unsafe note(shirube_curl_set_header(handle, CurlExchange.header))
        unsafe note(shirube_curl_set_progress(handle, CurlExchange.progress))
        unsafe note(shirube_curl_set_error_buffer(handle, errorText))
        exchange.restrict(to: nil)
    }

    /// Has every address looked at before it is connected to; one that the rule refuses gets no packet.
    ///
    /// What names lead to is asked once, by libcurl, so that no other answer can take the place of the one looked at. A
    /// connection that is open already was looked at when it was opened, for the same host and so by the same rule.
    mutating func restrict(to rule: AddressRule) {
        exchange.restrict(to: rule)
        let pointer = unsafe Unmanaged.passUnretained(exchange).toOpaque()
        unsafe note(shirube_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, pointer))
        unsafe note(shirube_curl_set_open_socket(handle, CurlExchange.openSocket))
    }

    /// Trusts the certificate authorities of a file in place of the system's, for server and proxy.
    mutating func trust(authorities file: String) {
        set(CURLOPT_CAINFO, file)
        set(CURLOPT_PROXY_CAINFO, file)
        // Debian's libcurl would go on to look into /etc/ssl/certs as well.
        set(CURLOPT_CAPATH, nil)
        set(CURLOPT_PROXY_CAPATH, nil)
    }

    /// Sets an option whose manual page says `long`.
    mutating func set(_ option: CURLoption, _ value: Int) {
        unsafe note(shirube_curl_set_long(handle, option, value))
    }

    /// Sets an option whose manual page says `curl_off_t`.
    mutating func set(_ option: CURLoption, offset value: Int) {
        unsafe note(shirube_curl_set_off_t(handle, option, curl_off_t(value)))
    }

    /// Sets an option whose manual page says `char *`; nil unsets it.
    mutating func set(_ option: CURLoption, _ value: String?) {
        guard let value else {
            unsafe note(shirube_curl_set_string(handle, option, nil))
            return
        }
        // C would end the text at a zero byte and so set something else than was checked.
        guard !value.utf8.contains(0) else { return note(CURLE_BAD_FUNCTION_ARGUMENT) }
        unsafe note(shirube_curl_set_string(handle, option, value))
    }

    /// Sets the one option of a transfer whose manual page says `struct curl_slist *`.
    mutating func set(_ option: CURLoption, _ values: [String]) {
        // libcurl goes on using the first list, so a second one may not take its place.
        guard unsafe list == nil else { return note(CURLE_BAD_FUNCTION_ARGUMENT) }
        for value in values {
            guard let longer = unsafe curl_slist_append(list, value) else {
                return note(CURLE_OUT_OF_MEMORY)
            }
            unsafe list = longer
        }
        unsafe note(shirube_curl_set_list(handle, option, list))
    }

    /// Performs the transfer; blocks until it is done, stopped or out of time.
    ///
    /// A setting that libcurl refused is the result, and nothing is sent: half of the settings would be
    /// another transfer, perhaps one that verifies nothing.
    mutating func perform(sending body: [UInt8]) -> CurlResult {
        exchange.begin(body: body)
        unsafe errorText[0] = 0
        // The message may be large, and the next one may be a long time away.
        defer { exchange.begin(body: []) }
        let code = unsafe refused == CURLE_OK ? curl_easy_perform(handle) : refused
        var connections = 1
        _ = unsafe shirube_curl_get_long(handle, CURLINFO_NUM_CONNECTS, &connections)
        var proxyStatus = 0
        _ = unsafe shirube_curl_get_long(handle, CURLINFO_HTTP_CONNECTCODE, &proxyStatus)
        let codeText = unsafe String(cString: curl_easy_strerror(code))
        let said = unsafe String(cString: errorText)
        return CurlResult(
            code: code, text: said.isEmpty ? codeText : said, codeText: codeText,
            isConnectionReused: connections == 0, lines: exchange.lines,
            linesBeforeBodyEnd: exchange.linesBeforeBodyEnd, response: exchange.response,
            refusedRange: exchange.refusedRange, proxyStatus: proxyStatus)
    }

    /// Connects, encrypts and logs in as set, and transfers nothing.
    ///
    /// - Returns: what it came to, and the last day of the certificate that the server has shown, nil where it has shown none.
    mutating func connect() -> (result: CurlResult, certificateEnds: CivilDate?) {
        set(CURLOPT_CONNECT_ONLY, 1)
        set(CURLOPT_CERTINFO, 1)
        let result = perform(sending: [])
        return (result, certificateExpiry.flatMap(CertificateDate.day))
    }

    /// When the first certificate ends that the server has shown, in libcurl's words; nil where it has shown none.
    private var certificateExpiry: String? {
        guard let text = unsafe shirube_curl_certificate_expiry(handle) else { return nil }
        return unsafe String(cString: text)
    }

    private mutating func note(_ code: CURLcode) {
        if refused == CURLE_OK { refused = code }
    }
}

/// What a transfer came to.
struct CurlResult {
    /// libcurl's code.
    let code: CURLcode
    /// libcurl's words for it; may name hosts and addresses.
    let text: String
    /// libcurl's words for its code alone, which name nothing.
    let codeText: String
    /// Whether the transfer went over a connection that an earlier one had left open.
    let isConnectionReused: Bool
    /// The lines of the HTTP head or the SMTP replies, each with its line end.
    let lines: [[UInt8]]
    /// How many of the lines came before libcurl had taken the whole body; nil if it never did.
    let linesBeforeBodyEnd: Int?
    /// The response's body, as far as it was read.
    let response: [UInt8]
    /// The range for which no address could be connected to; nil where one was, or another cause prevented it.
    let refusedRange: AddressRange?
    /// The status by which a proxy answered the wish to be connected; 0 where none was asked or none answered.
    let proxyStatus: Int

    /// Whether libcurl had taken the whole body, so that the server may have it.
    var hasBodyLeft: Bool { linesBeforeBodyEnd != nil }
}
