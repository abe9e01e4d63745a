/**
 * Every file that leaves the desk has its entry before it is in its place: where the entry cannot be recorded, nothing
 * of the file is there; and where it is there, its entry is. What a full disk does: new-files.test.ts.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { JOURNAL_FILE } from '../../../main/store/files/file-names.ts'
import type { EventKind } from '../../../shared/journal/event.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { FakeClock, KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyFiles } from '../support/money-desk.ts'
import { recorded } from '../support/staff.ts'
import { CARDS } from '../support/small-library.ts'

type Export = (desk: TestDesk, to_file: string) => Promise<{ readonly kind: string }>

/** By the kind of its entry. The list of late patrons has the same test of its own: reports.test.ts. */
const EXPORTS: readonly (readonly [EventKind, Export])[] = [
  ['journal-exported', (desk, to_file) => desk.call('journal.export', { to_file })],
  [
    'cash-exported',
    (desk, to_file) => desk.call('cash.export', { from_on: '2026-11-01', to_on: '2026-11-30', to_file }),
  ],
  [
    'patron-exported',
    async (desk, to_file) => {
      await desk.scan(CARDS.dana)
      return desk.call('privacy.export', { commandId: desk.id(), to_file })
    },
  ],
]

/** The files of a desk on whose disk no entry of this kind is written. */
function withoutEntry(kind: string): string {
  const files = moneyFiles()
  const journal = openFile(join(files, JOURNAL_FILE), KEY)
  journal.exec(`CREATE TRIGGER none_entered BEFORE INSERT ON event WHEN NEW.content LIKE '%${kind}%'
    BEGIN SELECT RAISE(ABORT, 'none is entered'); END`)
  journal.close()
  return files
}

describe.each(EXPORTS)('%s', (kind, exported) => {
  test('is there with its entry', async () => {
    const desk = await rosaAt(await openDesk(moneyFiles(), {}, new FakeClock()))
    const folder = testFolder()
    expect(await exported(desk, join(folder, 'file'))).toMatchObject({ kind: 'ok' })
    expect(readdirSync(folder)).toContain('file')
    expect(await recorded(desk, kind)).toHaveLength(1)
  })

  test('is not there when its entry cannot be recorded', async () => {
    const desk = await rosaAt(await openDesk(withoutEntry(kind), {}, new FakeClock()))
    const folder = testFolder()
    expect((await exported(desk, join(folder, 'file'))).kind).toBe('fault')
    expect(readdirSync(folder)).toEqual([])
  })
})
