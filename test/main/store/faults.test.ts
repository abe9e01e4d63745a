/** What SQLite and the file system say, and what a clerk is told: a full disk is never called damage. */
import { expect, test } from 'vitest'
import { asOperatingError } from '../../../main/store/files/faults.ts'

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_SHMOPEN', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_IOERR_READ', 'file-damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'file-damaged'],
  ['SQLITE_CORRUPT_INDEX', 'file-damaged'],
  ['SQLITE_NOTADB', 'wrong-key'],
  ['SQLITE_BUSY_SNAPSHOT', 'file-busy'],
  ['EROFS', 'read-only'],
])('%s is told as %s', (code, told) => {
  expect(asOperatingError(Object.assign(new Error('said'), { code }))).toMatchObject({ code: told })
})

test('what is not known is handed on as it came', () => {
  const fault = new TypeError('a mistake of the program')
  expect(asOperatingError(fault)).toBe(fault)
})
