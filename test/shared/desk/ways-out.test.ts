/** Which ways out of rescue are offered for which trouble. */
import { expect, test } from 'vitest'
import { isRestorable, isUnlockable } from '../../../shared/desk/ways-out.ts'
import { OPERATING_ERRORS, type OperatingCode } from '../../../shared/kernel/outcome.ts'

const WAYS: readonly [OperatingCode, restore: boolean, unlock: boolean][] = [
  ['file-damaged', true, false],
  ['log-damaged', true, false],
  ['setting-damaged', true, false],
  ['file-missing', true, false],
  ['chain-broken', true, false],
  ['from-future', true, false],
  ['other-layout', true, false],
  ['other-library', true, false],
  ['wrong-key', true, true],
  ['key-missing', true, true],
  // What goes by itself, or by somebody freeing space: nothing is to be put in place of files that are well.
  ['file-busy', false, false],
  ['disk-full', false, false],
  ['read-only', false, false],
]

test.each(WAYS)('%s: a backup %s, the recovery key %s', (code, restore, unlock) => {
  expect([isRestorable(code), isUnlockable(code)]).toEqual([restore, unlock])
})

test('every trouble of the files is in the table', () => {
  const not_of_files = ['backup-damaged', 'backup-not-made', 'process-down', 'import-failed']
  const told = WAYS.map(([code]): string => code)
  expect(Object.keys(OPERATING_ERRORS).filter((code) => !told.includes(code) && !not_of_files.includes(code))).toEqual(
    [],
  )
})
