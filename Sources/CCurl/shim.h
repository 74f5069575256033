// libcurl's setters are variadic in C, which Swift cannot call: each wrapper fixes one argument type.
//
// A wrapper that is given an option of another type than its own compiles and then corrupts memory, so
// each is named for the type that libcurl's manual prints for the option.
#ifndef SHIRUBE_CCURL_SHIM_H
#define SHIRUBE_CCURL_SHIM_H
#include <curl/curl.h>

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

// curl_easy_getinfo is variadic too: this is for what is given as a long.
static inline CURLcode shirube_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
#endif
