"""Why the system refused something, in the reader's words."""

import errno

from xinqiao.domain.messages import Message, message

_REASONS = {
    errno.ENOENT: message("it is not there"),
    errno.EACCES: message("you may not do that there"),
    errno.EPERM: message("the system does not allow it"),
    errno.EEXIST: message("there is something of that name already"),
    errno.ENOTDIR: message("a part of its path is no folder"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOSPC: message("the disk is full"),
    errno.EDQUOT: message("your share of the disk is used up"),
    errno.EROFS: message("the disk can only be read"),
    errno.EIO: message("it does not answer as it should"),
    errno.EBUSY: message("another program uses it"),
    errno.ETXTBSY: message("another program uses it"),
    errno.ENAMETOOLONG: message("the name is too long"),
    errno.EINVAL: message("the system does not accept that name"),
    errno.EXDEV: message("it lies on another disk"),
    errno.ENOTEMPTY: message("the folder is not empty"),
    errno.EMFILE: message("too many files are open"),
    errno.ENFILE: message("too many files are open"),
    errno.EFBIG: message("the file is too large for this disk"),
    errno.ELOOP: message("its links go in a circle"),
    errno.ENOTSUP: message("this disk does not support that"),
    errno.ENETDOWN: message("the network is down"),
    errno.ENETUNREACH: message("there is no way to it"),
    errno.EHOSTUNREACH: message("there is no way to it"),
    errno.EADDRNOTAVAIL: message("this computer has no address for it"),
}


def reason_of(error: OSError) -> Message | str:
    """Why the system refused something; in its own words where it is nothing common."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or str(error)
