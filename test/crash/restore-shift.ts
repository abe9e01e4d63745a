/** A desk that is killed while a backup is put in place of its files, and lends on afterwards. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openJournal } from '../../main/journal/open.ts'
import { DATA_FILES } from '../../main/store/files/file-names.ts'
import { openStore } from '../../main/store/store.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../main/support/fakes.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const DAY = 86_400_000
const { command, ask, signIn } = commandsOf(44)

/** Since the backup, Dana was lent a book: in the backup it stands on the shelf. */
const files = (): string => {
  const folder = moneyFiles()
  const before = openStore(folder, KEY)
  openJournal(before, TUESDAY, seededRandom(2), false)
  before.close()
  mkdirSync(join(folder, 'backup'))
  for (const name of DATA_FILES) copyFileSync(join(folder, name), join(folder, 'backup', name))
  const store = openStore(folder, KEY)
  store.reference.db.exec(
    `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
      VALUES (7, 'import:n', '${'cd'.repeat(16)}', 1, 'MAPLE', ${TUESDAY - 10 * DAY}, ${TUESDAY + 11 * DAY}, 0)`,
  )
  store.close()
  return folder
}

const commands = [
  signIn(),
  // A start has its turn in the plain shift.
  ask('test.count'),
  command('store.restore', { from_folder: '{folder}/backup', own_pin: '471108' }),
  signIn(),
  command('loan.check-out', { card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }),
  command('loan.check-out', { card_barcode: CARDS.dana, item_barcode: ITEMS.educated }),
  command('loan.check-in', { item_barcode: ITEMS.educated }),
]

async function state(desk: TestDesk): Promise<unknown> {
  const { loans } = await desk.ok('patron.get', { card_barcode: CARDS.dana })
  return loans.map(({ barcode, due_text }) => ({ barcode, due_text }))
}

/** Cut off after the files and before the first entry on them, the next start finds them older than what was signed. */
const may_tell = ['signed'] as const

export const RESTORE_SHIFT: Shift = {
  files,
  commands,
  state,
  may_tell,
  kinds: ['item-checked-out', 'item-checked-in'],
}
