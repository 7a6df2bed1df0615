import { BadInput, badInput } from "../errors";

/** What the operating system answers, in words. */
const WORDS: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  EACCES: ["you may not", "Give yourself the right, or name another place."],
  EPERM: ["the system does not allow it", "Give yourself the right, or name another place."],
  EROFS: ["it is on a file system that is read only", "Name a place that can be written to."],
  ENOSPC: ["the disk is full", "Make room, and run the command again."],
  EDQUOT: ["your quota on the disk is used up", "Make room, and run the command again."],
  EFBIG: ["it is larger than the file system takes", "Name another place."],
  ENOENT: ["there is no such place", "Name a file or folder that exists."],
  ENOTDIR: ["a part of the path is a file, not a folder", "Correct the path."],
  EISDIR: ["it is a folder, not a file", "Name a file."],
  EEXIST: ["something else is there already", "Move it away, or name another place."],
  ENOTEMPTY: ["the folder is not empty", "Move away what is in it, or name another place."],
  ELOOP: ["it is a link that leads back to itself", "Correct the link, or name what it was to lead to."],
  ENAMETOOLONG: ["its name is longer than the file system takes", "Choose a shorter one."],
  EMFILE: ["too many files are open", "Close programs, or raise the limit: ulimit -n."],
  ENFILE: ["too many files are open on this machine", "Close programs, and run the command again."],
  EBUSY: ["another program is using it", "End that program, and run the command again."],
  ETXTBSY: ["another program is using it", "End that program, and run the command again."],
  EIO: ["the disk could not do it", "Look at the disk: this is what a failing one says."],
  EINVAL: ["the file system does not take it", "Name another place."],
  ENOTSUP: ["the file system does not know how", "Name another place."],
};

/** Calls that change something; every other one reads. */
const WRITES = /^(?:write|mkdir|rmdir|rename|unlink|link|symlink|copyfile|ftruncate|fsync|chmod|utime|mkdtemp)/;

/** True for what Node throws when the operating system refuses a file or folder. */
function isRefusal(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof syscall === "string" && typeof code === "string" && code in WORDS;
}

/**
 * The one place where the operating system's answer becomes a sentence: `BadInput` for a refused file or folder,
 * `undefined` for every other error.
 *
 * @param path  what was to be read or written, where the error itself does not know
 * @param writing  true where a file is opened to be written, which the system calls by the same name
 */
export function refusedByDisk(error: unknown, path?: string, writing = false): BadInput | undefined {
  if (!isRefusal(error)) return undefined;
  const { code = "", syscall = "", dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const [says, fix] = WORDS[code]!;
  const writes = writing || WRITES.test(syscall) || code === "ENOSPC" || code === "EROFS";
  const named = path ?? dest ?? error.path ?? "a file";
  return badInput(`${named} cannot be ${writes ? "written" : "read"}: ${says} (${code})`, fix);
}

/**
 * Does something with a file or folder; what the system refuses is told in a sentence that names it.
 *
 * @param writing  as of `refusedByDisk`
 */
export function onDisk<T>(path: string | undefined, act: () => T, writing = false): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof BadInput ? error : (refusedByDisk(error, path, writing) ?? error);
  }
}
