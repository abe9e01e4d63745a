/**
 * A page in the middle of a data file is overwritten, wherever it lies: the desk says so before it works on, nothing of
 * the journal is lost, and a backup mends it. That an import mends the library's data: reference-gone.test.ts.
 */
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDesk, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS, PIN } from '../support/small-library.ts'

const PAGE_BYTES = 4096
/** Parts of the file, from its second page to its last. */
const PARTS = [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1] as const
type File = 'reference.db' | 'journal.db'

/** A desk that lent a book and has a backup from before that. */
async function atWork(): Promise<{ readonly desk: TestDesk; readonly backup: string }> {
  const desk = await workingDesk()
  const backup = join(testFolder(), 'backup')
  await desk.ok('store.backup', { to_folder: backup })
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.station.close()
  return { desk, backup }
}

function damaged(folder: string, file: File, part: number): string {
  const copy = testFolder()
  cpSync(folder, copy, { recursive: true })
  const path = join(copy, file)
  const last = statSync(path).size / PAGE_BYTES - 1
  const at = PAGE_BYTES * Math.round(1 + part * (last - 1))
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, at, at + PAGE_BYTES))
  return copy
}

const rescueOf = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot

describe.each(['reference.db', 'journal.db'] as const)('%s', (file) => {
  test('a damaged page is told at the start, and leaves the files as they are', async () => {
    const { desk } = await atWork()
    for (const part of PARTS) {
      const folder = damaged(desk.folder, file, part)
      const journal = readFileSync(join(folder, 'journal.db'))
      const again = await openDesk(folder, {}, desk.clock)
      const { stage, rescue, strip } = await rescueOf(again)
      expect([stage, rescue?.can_restore, strip.trouble !== ''], `at ${part}`).toEqual(['rescue', true, true])
      expect(rescue?.go_on !== '', `going on at ${part}`).toBe(file === 'reference.db')
      await again.station.close()
      expect(readFileSync(join(folder, 'journal.db')).equals(journal), `at ${part}`).toBe(true)
    }
  })

  test('a backup mends it', async () => {
    const { desk, backup } = await atWork()
    const again = await openDesk(damaged(desk.folder, file, 0.5), {}, desk.clock)
    const asked = { commandId: again.id(), from_folder: backup, initials: 'RO', pin: PIN }
    const { snapshot } = await again.ok('store.restore', asked)
    expect(snapshot.stage).toBe('sign-in')
  })
})
