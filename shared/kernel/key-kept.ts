/**
 * How this computer keeps the key of the data files: sealed by the operating system; beside the data on a Linux that
 * has no keyring, where the seal opens for everybody; beside the data under the stand-in for Electron; or in a file
 * of its owner alone, as whoever runs the script door asked for.
 */
export const KEY_KEPT = ['sealed', 'no-keyring', 'stand-in', 'file'] as const
export type KeyKept = (typeof KEY_KEPT)[number]
/** The key lies open for whoever reads the disk, and nobody chose that. */
export type KeyOpen = Exclude<KeyKept, 'sealed' | 'file'>
