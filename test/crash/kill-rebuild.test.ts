/**
 * kill -9 at every point of a start that folds the journal once more: onto an older reference file, and, where a
 * table has another shape, all of it. The next start shows the same as if nothing had happened.
 */
import { join } from 'node:path'
import { test } from 'vitest'
import { JOURNAL_FILE } from '../../main/store/files/file-names.ts'
import { openFile } from '../../main/store/files/open-edge.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { KEY } from '../main/support/fakes.ts'
import { copyOf, exchange, settled, start } from '../main/support/reference-files.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { freshDesk, goOn, signedIn, work } from '../main/support/worked-desk.ts'
import { commandsOf, expectWholeAfterKills, type Shift } from './killed.ts'

const { command, signIn } = commandsOf(45)

/** The reference file is from before a morning's work that was settled since; a bit of work came after it. */
async function behind(sql: string): Promise<Pick<Shift, 'files'>> {
  const desk = await freshDesk()
  const older = await copyOf(desk)
  const again = await signedIn(desk)
  await work(again)
  await settled(again)
  const later = await goOn(again)
  await start(later)
  exchange(later, older)
  const db = openFile(join(later.folder, JOURNAL_FILE), KEY)
  db.exec(sql)
  db.close()
  return { files: () => later.folder }
}

async function state(desk: TestDesk): Promise<unknown> {
  const { owed_cents, loans } = await desk.ok('patron.get', { card_barcode: CARDS.dana })
  const omar = await desk.ok('patron.get', { card_barcode: CARDS.omar })
  return { owed_cents, loans, omar: omar.loans, holds: await desk.ok('hold.of-patron', { card_barcode: CARDS.dana }) }
}

const shift = {
  pin: '864209',
  commands: [signIn('864209'), command('loan.check-in', { item_barcode: ITEMS.educated })],
  state,
  kinds: ['item-checked-in', 'item-checked-out', 'charge-made', 'charge-moved', 'loan-renewed'],
}

test.each([
  ['an older reference file is followed', 'SELECT 1'],
  ['everything is rebuilt', `ALTER TABLE overlay_item ADD COLUMN shelf TEXT NOT NULL DEFAULT ''`],
])('killed while %s, nothing is lost or done twice', async (_what, sql) => {
  await expectWholeAfterKills({ ...shift, ...(await behind(sql)) })
})
