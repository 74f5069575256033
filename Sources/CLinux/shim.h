// Linux calls that Swift cannot reach by itself: variadic ones and those that its Glibc module leaves out.
//
// No header is included that defines types which the Glibc module defines too (struct stat, struct timespec):
// Swift would ask every file that touches them to import this module.
#ifndef SHIRUBE_CLINUX_SHIM_H
#define SHIRUBE_CLINUX_SHIM_H
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/syscall.h>

extern int openat(int directory, const char *path, int flags, ...);
extern long syscall(long number, ...);

// openat(2) is variadic in C: its mode is an argument here.
static inline int shirube_openat(int directory, const char *path, int flags, uint32_t mode) {
    return openat(directory, path, flags, mode);
}

// renameat2(2) with RENAME_NOREPLACE (1, linux/fs.h): the move fails with EEXIST rather than overwrite.
static inline int shirube_rename_no_replace(
    int from_directory, const char *from, int to_directory, const char *to) {
    return (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, 1U);
}

#endif
