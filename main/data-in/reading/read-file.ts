/** Reads a file of a foreign folder, and never what a link leads to. */
import { constants, createReadStream, lstatSync, openSync, readFileSync, type ReadStream } from 'node:fs'
import type { ImportReason } from '../../../shared/import/reason.ts'
import { faultCode } from '../../store/files/faults.ts'
import { FileRefused } from '../file-refused.ts'

/** Windows has no such flag; there the look at the folder is all. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
/** A link in a foreign folder could show any file of this computer in the report. */
export const IS_LINK: ImportReason = { code: 'file-is-link' }

/** The whole of a small file. Throws for a link, as for a file that is not there. */
export function readOwn(path: string): Buffer {
  if (!lstatSync(path).isFile()) throw new FileRefused(1, IS_LINK)
  return readFileSync(path, { flag: constants.O_RDONLY | O_NOFOLLOW })
}

/** @throws FileRefused for a link, also for one put there since the folder was read */
export function readStream(path: string, chunk_bytes: number): ReadStream {
  try {
    const fd = openSync(path, constants.O_RDONLY | O_NOFOLLOW)
    return createReadStream(path, { fd, highWaterMark: chunk_bytes })
  } catch (fault) {
    if (faultCode(fault) === 'ELOOP') throw new FileRefused(1, IS_LINK)
    throw fault
  }
}
