// libcurl's setters are variadic in C, which Swift cannot call: each wrapper fixes one argument type.
//
// A wrapper that is given an option of another type than its own compiles and then corrupts memory, so
// each is named for the type that libcurl's manual prints for the option.
#ifndef SHIRUBE_CCURL_SHIM_H
#define SHIRUBE_CCURL_SHIM_H
#include <curl/curl.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

// Options that take a long, among them every switch (0 or 1).
static inline CURLcode shirube_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take a curl_off_t, which is wider than a long on some machines.
static inline CURLcode shirube_curl_set_off_t(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take a string, which libcurl copies; NULL puts the option back to "none".
static inline CURLcode shirube_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take a list, which libcurl does not copy: it has to outlive the transfer.
static inline CURLcode shirube_curl_set_list(CURL *handle, CURLoption option,
                                             struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take the pointer a callback is handed back.
static inline CURLcode shirube_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

// Swift sees the buffer of CURLOPT_ERRORBUFFER as char *, which is no string to be copied.
static inline CURLcode shirube_curl_set_error_buffer(CURL *handle, char *buffer) {
    return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

// Function pointers have a wrapper for each signature, so that Swift checks the callback's type.
static inline CURLcode shirube_curl_set_read(CURL *handle, curl_read_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
}

// CURLOPT_WRITEFUNCTION: the response's body.
static inline CURLcode shirube_curl_set_write(CURL *handle, curl_write_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
}

// CURLOPT_HEADERFUNCTION shares its signature with the write callback; libcurl names no type for it.
static inline CURLcode shirube_curl_set_header(CURL *handle, curl_write_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
}

// CURLOPT_XFERINFOFUNCTION: called at least once a second while a transfer runs, and can stop it.
static inline CURLcode shirube_curl_set_progress(CURL *handle, curl_xferinfo_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
}

// CURLOPT_OPENSOCKETFUNCTION: called with each address before it is connected to, and can refuse it.
static inline CURLcode shirube_curl_set_open_socket(CURL *handle, curl_opensocket_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}

// The bytes of an address that libcurl is about to connect to, in network order: 4 or 16 of them, 0 for another family.
// libcurl's struct ends in a sockaddr that is shorter than the address which it holds, hence the copies.
static inline int shirube_curl_address(const struct curl_sockaddr *address, unsigned char bytes[16]) {
    const char *start = (const char *)address + offsetof(struct curl_sockaddr, addr);
    if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in four;
        memcpy(&four, start, sizeof four);
        memcpy(bytes, &four.sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 six;
        memcpy(&six, start, sizeof six);
        memcpy(bytes, &six.sin6_addr, 16);
        return 16;
    }
    return 0;
}

// Opens the socket for an address, as libcurl does by itself.
static inline curl_socket_t shirube_curl_open(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// curl_easy_getinfo is variadic too: this is for what is given as a long.
static inline CURLcode shirube_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

// When the first certificate ends that the server has shown (CURLOPT_CERTINFO), as it is written there; NULL where unknown. It
// belongs to the handle.
static inline const char *shirube_curl_certificate_expiry(CURL *handle) {
    static const char name[] = "Expire date:";
    struct curl_certinfo *info = NULL;
    if (curl_easy_getinfo(handle, CURLINFO_CERTINFO, &info) != CURLE_OK || !info || info->num_of_certs < 1) return NULL;
    for (const struct curl_slist *line = info->certinfo[0]; line; line = line->next) {
        if (strncmp(line->data, name, sizeof name - 1) == 0) return line->data + sizeof name - 1;
    }
    return NULL;
}
#endif
