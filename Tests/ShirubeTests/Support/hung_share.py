"""A folder served through FUSE, as a file server would serve it, that can be made to hang.

    hung_share.py SOURCE MOUNT CONTROL
    hung_share.py --unmount MOUNT
    hung_share.py --try

What lies in SOURCE is seen in MOUNT. While there is a file named after an operation in the folder CONTROL, such as
`readdir` or `rename`, that operation does not come back. CONTROL/asked-<operation> says that somebody waits for it.
`--try` ends with 0 where such a folder can be mounted at all.
"""

import errno
import os
import subprocess
import sys
import tempfile
import threading
import time

from fusepy import FUSE, FuseOSError, Operations

SEEN = ("st_gid", "st_mode", "st_nlink", "st_size", "st_uid")
TIMES = ("st_atime", "st_ctime", "st_mtime")
ROOM = ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_frsize")


class Share(Operations):
    use_ns = True

    def __init__(self, source, control):
        self.source, self.control = source, control

    def __call__(self, operation, path, *rest):
        hang = os.path.join(self.control, operation)
        if os.path.exists(hang):
            open(os.path.join(self.control, "asked-" + operation), "w").close()
            while os.path.exists(hang):
                time.sleep(0.02)
        try:
            return super().__call__(operation, self.source + path, *rest)
        except OSError as error:
            raise FuseOSError(error.errno) from None

    def getattr(self, path, fh=None):
        status = os.lstat(path)
        seen = {name: getattr(status, name) for name in SEEN}
        return seen | {name: getattr(status, name + "_ns") for name in TIMES}

    def readdir(self, path, fh):
        return [".", ".."] + os.listdir(path)

    def open(self, path, flags):
        return os.open(path, flags)

    def create(self, path, mode, info=None):
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def release(self, path, fh):
        os.close(fh)

    def fsync(self, path, datasync, fh):
        os.fsync(fh)

    def truncate(self, path, length, fh=None):
        os.truncate(path, length)

    # Of two paths, the first has been led to the source already.
    def rename(self, old, new):
        os.rename(old, self.source + new)

    def link(self, new, old):
        os.link(self.source + old, new)

    def mkdir(self, path, mode):
        os.mkdir(path, mode)

    def rmdir(self, path):
        os.rmdir(path)

    def unlink(self, path):
        os.unlink(path)

    def chmod(self, path, mode):
        os.chmod(path, mode)

    def statfs(self, path):
        status = os.statvfs(path)
        return {name: getattr(status, name) for name in ROOM}


def attempt():
    """Mounts an empty folder for a moment; 0 where that works."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("source", "mount", "control"):
            os.mkdir(os.path.join(folder, name))
        mount = os.path.join(folder, "mount")
        server = subprocess.Popen(
            [sys.executable, __file__] + [os.path.join(folder, name) for name in ("source", "mount", "control")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            if os.path.ismount(mount) or server.poll() is not None:
                break
            time.sleep(0.05)
        works = os.path.ismount(mount)
        if works:
            unmount(mount)
        server.kill()
        server.wait()
        return 0 if works else 1


def unmount(mount):
    subprocess.run(["fusermount3", "-uz", mount], check=False, stderr=subprocess.DEVNULL)


def watch(parent, mount):
    """Ends with the program that has started this one."""
    while os.getppid() == parent:
        time.sleep(1)
    unmount(mount)
    os._exit(1)


if __name__ == "__main__":
    if sys.argv[1] == "--try":
        sys.exit(attempt())
    if sys.argv[1] == "--unmount":
        unmount(sys.argv[2])
    else:
        threading.Thread(target=watch, args=(os.getppid(), sys.argv[2]), daemon=True).start()
        FUSE(Share(sys.argv[1], sys.argv[3]), sys.argv[2], foreground=True,
             attr_timeout=0, entry_timeout=0, nonempty=True)
