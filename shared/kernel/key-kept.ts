/**
 * How this computer keeps the key of the data files: sealed by the operating system; beside the data on a Linux that
 * has no keyring, where the seal opens for everybody; or beside the data under the stand-in for Electron.
 */
export const KEY_KEPT = ['sealed', 'no-keyring', 'stand-in'] as const
export type KeyKept = (typeof KEY_KEPT)[number]
/** The key lies open for whoever reads the disk. */
export type KeyOpen = Exclude<KeyKept, 'sealed'>
