/**
 * A desk from nothing, killed on its way: its files are made, a library is taken in, it is set up; a book is lent,
 * the desk settles and does its upkeep, more data is taken in, and the book comes back.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { BADGE, CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const HOUR_MS = 3_600_000
const { command, ask, signIn } = commandsOf(45)

const LIBRARY = {
  library: 'name,zone\nOpenfields,America/Chicago',
  branches: 'branch_code,name\nMAPLE,Maple Street',
  hours: 'branch_code,weekday,opens,closes\nMAPLE,tuesday,9:00,21:00',
  patron_categories: 'category_code,name,loans_count_max\nADULT,Resident adult,50',
  item_types: 'item_type_code,name\nBOOK,Book',
  loan_rules:
    'rule_code,item_type_code,period_count,period_unit,days_mode,renewals_count_max\nbook,BOOK,21,days,ignore-closed,2',
  patrons: 'patron_id,surname,given,category_code,branch_code\nP1,Miller,Dana,ADULT,MAPLE',
  cards: `patron_id,barcode\nP1,${CARDS.dana}`,
  staff: `staff_code,name,initials,role,badge_barcode,pin\nrortiz,Rosa Ortiz,RO,manager,${BADGE},471108`,
  titles: 'title_id,title,author\nT1,The Warmth of Other Suns,Wilkerson',
  items:
    'barcode,title_id,item_type_code,home_branch_code,at_branch_code,call_number,location\n' +
    `${ITEMS.warmth},T1,BOOK,MAPLE,MAPLE,305.8,Adult`,
}
const MORE = {
  titles: 'title_id,title,author\nT2,Educated,Westover',
  items:
    'barcode,title_id,item_type_code,home_branch_code,at_branch_code,call_number,location\n' +
    `${ITEMS.educated},T2,BOOK,MAPLE,MAPLE,B WES,Adult`,
}

function write(folder: string, tables: Readonly<Record<string, string>>): void {
  mkdirSync(folder)
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, `${name}.csv`), `${text}\n`)
}

const files = (): string => {
  const folder = testFolder()
  write(join(folder, 'library'), LIBRARY)
  write(join(folder, 'more'), MORE)
  return folder
}

const commands = [
  command('import.start', { folder: '{folder}/library' }),
  command('desk.set-up', {
    branch_code: 'MAPLE',
    desk_name: 'Desk 2',
    staff_name: 'Ada Park',
    initials: 'AP',
    pin: '246813',
  }),
  signIn(),
  // Hours pass here in which nobody comes.
  ask('settings.set', { settings: { idle_lock_minutes: 0 } }),
  command('loan.check-out', { card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }),
  ask('test.pass', { ms: 3 * HOUR_MS }),
  ask('test.upkeep'),
  command('import.start', { folder: '{folder}/more', own_pin: '471108' }),
  command('loan.check-out', { card_barcode: CARDS.dana, item_barcode: ITEMS.educated }),
  command('loan.check-in', { item_barcode: ITEMS.warmth }),
  ask('test.pass', { ms: 3 * HOUR_MS }),
  ask('test.upkeep'),
]

async function state(desk: TestDesk): Promise<unknown> {
  const { loans } = await desk.ok('patron.get', { card_barcode: CARDS.dana })
  const items = []
  for (const item_barcode of [ITEMS.warmth, ITEMS.educated]) {
    const { is_out, status, title } = await desk.ok('item.get', { item_barcode })
    items.push({ is_out, status, title })
  }
  const { staff } = await desk.ok('staff.list', {})
  const { strip } = (await desk.ok('desk.snapshot', {})).snapshot
  return {
    out: loans.map(({ barcode, due_text }) => ({ barcode, due_text })),
    items,
    staff: staff.map(({ initials, role }) => ({ initials, role })),
    at: [strip.branch_name, strip.desk_name],
  }
}

const kinds = ['data-imported', 'item-checked-out', 'item-checked-in']

export const DATA_SHIFT: Shift = { files, commands, state, kinds }
