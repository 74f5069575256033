// Linux calls that Swift cannot reach by itself: variadic ones and those that its Glibc module leaves out.
//
// No header is included that defines types which the Glibc module defines too (struct stat, struct timespec):
// Swift would ask every file that touches them to import this module.
#ifndef SHIRUBE_CLINUX_SHIM_H
#define SHIRUBE_CLINUX_SHIM_H
#include <linux/openat2.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <sys/syscall.h>

extern int openat(int directory, const char *path, int flags, ...);
extern int fcntl(int descriptor, int command, ...);
extern int ioctl(int descriptor, unsigned long request, ...);
extern long syscall(long number, ...);
extern int pipe2(int *ends, int flags);
extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int first);

// openat(2) is variadic in C: its mode is an argument here.
static inline int shirube_openat(int directory, const char *path, int flags, uint32_t mode) {
    return openat(directory, path, flags, mode);
}

// openat(2) with O_TMPFILE (asm-generic/fcntl.h; `flags` bring O_DIRECTORY): a file without a name in the folder.
static inline int shirube_open_unnamed(int directory, int flags, uint32_t mode) {
    return openat(directory, ".", flags | 020000000, mode);
}

// openat2(2), for which C libraries had no name for years: a path that stays below the folder, on which no part is a
// symbolic link. Fails with ENOSYS before Linux 5.6, and where a sandbox does not know the call.
static inline int shirube_open_beneath(
    int directory, const char *path, int flags, uint32_t mode) {
    struct open_how how = {
        .flags = (uint64_t)(uint32_t)flags,
        .mode = mode,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

// Takes a read lease (fcntl(2)) and gives it up again: success proves that nobody on this host has the file open for
// writing. While it is held, a writer's open raises a signal whose default is to end the program: SIGURG (23), which
// is ignored by default, takes its place.
static inline int shirube_try_read_lease(int descriptor) {
    enum { set_signal = 10, set_lease = 1024, read_lease = 0, no_lease = 2, ignored_signal = 23 };
    if (fcntl(descriptor, set_signal, ignored_signal) != 0) return -1;
    if (fcntl(descriptor, set_lease, read_lease) != 0) return -1;
    return fcntl(descriptor, set_lease, no_lease);
}

// fstatfs(2): the kind of file system that a file lies on, as linux/magic.h numbers them; 0 where it does not tell.
static inline uint32_t shirube_file_system(int descriptor) {
    struct statfs buffer;
    return fstatfs(descriptor, &buffer) == 0 ? (uint32_t)buffer.f_type : 0;
}

// renameat2(2) with RENAME_NOREPLACE (1, linux/fs.h): the move fails with EEXIST rather than overwrite.
static inline int shirube_rename_no_replace(
    int from_directory, const char *from, int to_directory, const char *to) {
    return (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, 1U);
}

// renameat2(2) with RENAME_EXCHANGE (2, linux/fs.h): two entries get each other's name in one step.
static inline int shirube_exchange(int directory, const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, directory, one, directory, other, 2U);
}

// syncfs(2): everything written to the file system that the descriptor lies on reaches the disk.
static inline int shirube_sync_file_system(int descriptor) {
    return (int)syscall(SYS_syncfs, descriptor);
}

// ioctl_tty(2) with TIOCGWINSZ (0x5413, asm-generic/ioctls.h): how many columns and rows a terminal has.
static inline int shirube_window_size(int descriptor, uint16_t *columns, uint16_t *rows) {
    uint16_t size[4] = {0}; // struct winsize: rows, columns, and both in pixels
    if (ioctl(descriptor, 0x5413UL, size) != 0) return -1;
    *rows = size[0];
    *columns = size[1];
    return 0;
}

// memfd_create(2) with MFD_CLOEXEC (1, linux/memfd.h): a file without a name that lives in memory.
static inline int shirube_memory_file(const char *label) {
    return (int)syscall(SYS_memfd_create, label, 1U);
}

// pipe2(2) with O_CLOEXEC (asm-generic/fcntl.h): a pipe that no other program inherits.
static inline int shirube_pipe(int *ends) {
    return pipe2(ends, 02000000);
}

// glibc 2.34: of all descriptors from this number on, the program that is started gets none.
static inline int shirube_spawn_close_from(void *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

#endif
