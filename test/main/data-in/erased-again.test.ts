/** A folder still has a patron who was erased here: left out and told, until they ask to be a patron again. */
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keepErased } from '../../../main/store/patrons/erased-patrons.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { patronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { emptyJournal, folderOf, one } from './importing.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { copyOf, exchange } from '../support/reference-files.ts'
import { pageFaults } from '../support/page-acts.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../support/private-desk.ts'
import { ENGLISH } from '../../support/said.ts'

type Status = Output<'import.status'>
const NUMBER = 'ils-4471'
const ERASED = 'erased on 2026-11-24 at the patron’s wish'
const LOANS = 'item_barcode,patron_id,branch_code,out_at,due_at\n31234000000049,ils-4471,MAPLE,2026-11-20,2026-12-11\n'
const LEFT_OUT = ENGLISH.words.pages.this_desk.data_in.erased_left_out(1)

const FOLDER = {
  'patrons.csv': [
    'patron_id,surname,given,category_code,branch_code,guardian_id',
    `${NUMBER},Quillfeather,Zenobia,ADULT,MAPLE,`,
    `ils-9,Young,Ada,ADULT,MAPLE,${NUMBER}`,
    '',
  ].join('\n'),
  'cards.csv': `barcode,patron_id\n${ZENOBIA.card},${NUMBER}\n`,
  'loans.csv': LOANS,
}

async function takeIn(desk: TestDesk, folder: string, more: Partial<Input<'import.start'>> = {}): Promise<Status> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...more })
  while ((await desk.ok('import.status', {})).running) await pass(5)
  return desk.ok('import.status', {})
}

async function erasedDesk(): Promise<PrivateDesk> {
  const desk = await privateDesk()
  await desk.scan(ZENOBIA.card)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
  return desk
}

const lines = (status: Status): readonly string[] =>
  status.report.map(({ file, line, column, reason }) => `${file} ${line} ${column}: ${reason}`)
const found = async (desk: TestDesk): Promise<number> =>
  (await desk.ok('search.patrons', { text: 'quillfeather', limit: 5 })).hits.length

test('their rows are left out, each with why, and nothing of them is in the files again', async () => {
  const desk = await erasedDesk()
  const status = await takeIn(desk, folderOf(FOLDER))
  expect(lines(status)).toEqual([
    `patrons.csv 2 patron_id: ${ERASED}`,
    `patrons.csv 3 guardian_id: ${ERASED}; imported as empty`,
    `cards.csv 2 patron_id: ${ERASED}`,
    `loans.csv 2 patron_id: ${ERASED}`,
  ])
  expect(status.erased_count).toBe(1)
  expect(await found(desk)).toBe(0)
  expect((await desk.ok('search.patrons', { text: 'young', limit: 5 })).hits).toHaveLength(1)
  expect([desk.says('Quillfeather'), desk.says(ZENOBIA.card)]).toEqual([false, false])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('what is kept is a seal and no number', async () => {
  const desk = await erasedDesk()
  expect(desk.says(NUMBER)).toBe(false)
  const [row] = desk.rows('SELECT length(number_hash), erased_on FROM erased_patron')
  expect(row).toEqual([32, '2026-11-24'])
})

test('another store seals the same number otherwise', () => {
  const seals = [emptyJournal(), emptyJournal()].map((journal) => {
    keepErased(journal, patronId(ZENOBIA.patron_id), NUMBER, localDate('2026-11-24'))
    return one(journal.db, 'SELECT hex(number_hash) FROM erased_patron')
  })
  expect(new Set(seals).size).toBe(2)
})

test('they ask to be a patron again: by their number they come back, with their card, once and for good', async () => {
  const desk = await erasedDesk()
  const folder = folderOf(FOLDER)
  await takeIn(desk, folder)
  const other = await takeIn(desk, folder, { take_back: ['ils-4472'] })
  expect(other.erased_count).toBe(1)
  const status = await takeIn(desk, folder, { take_back: [NUMBER] })
  expect(lines(status)).toEqual([`patrons.csv 2 patron_id: ${ERASED}; imported again, as chosen`])
  expect(status.erased_count).toBe(0)
  expect((await desk.scan(ZENOBIA.card)).patron?.name).toContain('Quillfeather')
  expect(desk.rows(`SELECT content FROM event WHERE content LIKE '%"back_count":1%'`)).toHaveLength(1)
  expect(desk.rows(`SELECT content FROM event WHERE content LIKE '%${NUMBER}%'`)).toEqual([])
  await desk.ok('desk.clear', {})
  expect(lines(await takeIn(desk, folder))).toEqual([])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('a file of patrons that is left out whole takes nobody back', async () => {
  const desk = await erasedDesk()
  const broken = folderOf({ ...FOLDER, 'patrons.csv': `${FOLDER['patrons.csv']}"` })
  await takeIn(desk, broken, { take_back: [NUMBER] })
  expect((await takeIn(desk, folderOf(FOLDER))).erased_count).toBe(1)
})

test('on the page: how many were left out, and one of them back by the number a manager types', async () => {
  const desk = await erasedDesk()
  const folder = folderOf(FOLDER)
  await takeIn(desk, folder)
  const { page } = (await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })).snapshot
  const shown = must(page, 'the page of data')
  expect(pageFaults(shown)).toEqual([])
  expect(JSON.stringify(shown.sections)).toContain(LEFT_OUT)
  expect(JSON.stringify(shown)).not.toContain(NUMBER)
  const back = must(shown.acts.find((act) => act.key === 'E') ?? null, 'the act')
  expect(back.asks.map((one) => one.name)).toEqual(['take_back', 'own_pin'])
  await takeIn(desk, folder, { ...(back.call.input as object), take_back: ` ${NUMBER} ` })
  expect(await found(desk)).toBe(1)
})

test('a backup carries the list, and a restored desk leaves them out as well', async () => {
  const desk = await erasedDesk()
  const backup = join(testFolder(), 'backup')
  await desk.ok('store.backup', { to_folder: backup })
  await desk.station.close()
  const again = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(again)
  await again.ok('store.restore', { commandId: again.id(), from_folder: backup })
  await rosaAt(again)
  expect((await takeIn(again, folderOf(FOLDER))).erased_count).toBe(1)
})

test('an older reference file that still names them says nothing of them once the desk has opened on it', async () => {
  const desk = await privateDesk()
  const older = await copyOf(desk)
  const again = await desk.reopen()
  await rosaAt(again)
  await again.scan(ZENOBIA.card)
  await again.ok('privacy.erase', { commandId: again.id(), card_tail: '0116' })
  await again.station.close()
  exchange(again, older)
  const later = await again.reopen()
  await rosaAt(later)
  expect(await found(later)).toBe(0)
  expect((await later.scan(ZENOBIA.card)).patron).toBeNull()
  expect((await takeIn(later, folderOf(FOLDER))).erased_count).toBe(1)
  expect((await later.ok('journal.verify', {})).problems).toEqual([])
})
