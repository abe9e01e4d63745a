/** What an erasure does besides the data files: reports of imports go, and copies that remain are named. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Output } from '../../../../shared/ipc/contract.ts'
import { folderOf } from '../../data-in/importing.ts'
import { testFolder } from '../../support/folders.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'

/** A row that is left out, with the name and the card of a patron who is here. */
const FOLDER: Readonly<Record<string, string>> = {
  'patrons.csv': [
    'patron_id,surname,given,category_code,branch_code,born_on',
    `ils-4471,Quillfeather,Zenobia,${ZENOBIA.card},MAPLE,1980-04-12`,
    '',
  ].join('\n'),
}

/** The same from Koha: its rows are left out into a file of their own. */
const KOHA: Readonly<Record<string, string>> = {
  'borrowers.csv': [
    'cardnumber,surname,firstname,branchcode,categorycode',
    `${ZENOBIA.card},Quillfeather,Zenobia,NOWHERE,ADULT`,
    '',
  ].join('\n'),
}

async function takeIn(desk: PrivateDesk, files = FOLDER, mapping: '' | 'koha' = ''): Promise<Output<'import.status'>> {
  await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(files), accept_findings: [], mapping })
  while ((await desk.ok('import.status', {})).running) await pass(5)
  return desk.ok('import.status', {})
}

const reports = (desk: PrivateDesk): readonly string[] => readdirSync(join(desk.folder, 'reports'))

async function erase(desk: PrivateDesk): Promise<Output<'privacy.erase'>> {
  await desk.scan(ZENOBIA.card)
  return desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
}

test('an erasure deletes the reports of imports, which say nowhere whose rows they quote', async () => {
  const desk = await privateDesk()
  const { report_file } = await takeIn(desk)
  expect(readFileSync(report_file, 'utf8')).toContain(ZENOBIA.card)
  writeFileSync(join(desk.folder, 'reports', 'notes.txt'), 'of the library itself')
  const { still_in } = await erase(desk)
  expect([reports(desk), still_in]).toEqual([['notes.txt'], []])
})

test('what was left out of the files of another system goes with its report', async () => {
  const desk = await privateDesk()
  await takeIn(desk, KOHA, 'koha')
  const left_out = reports(desk).find((name) => name.includes('left-out')) ?? ''
  expect(readFileSync(join(desk.folder, 'reports', left_out), 'utf8')).toContain(ZENOBIA.surname)
  expect(reports(desk)).toHaveLength(4)
  const { still_in } = await erase(desk)
  expect([reports(desk), still_in]).toEqual([[], []])
})

test('a report that cannot be deleted is named', async () => {
  const desk = await privateDesk()
  await takeIn(desk)
  // A folder of the name of a report cannot be deleted like a file.
  const stuck = join(desk.folder, 'reports', 'import-2026-11-24T09-00-00Z.csv')
  mkdirSync(stuck)
  const { still_in, snapshot } = await erase(desk)
  expect([reports(desk).length, still_in]).toEqual([1, [stuck]])
  expect(snapshot.band?.sentence).toContain(stuck)
})

test('copies from before are named in the answer and on the screen: set aside here, and the last backup', async () => {
  const desk = await privateDesk()
  for (const name of ['kept-1', 'replaced-2026', 'replaced-empty', 'other-3']) mkdirSync(join(desk.folder, name))
  for (const name of ['kept-1', 'replaced-2026', 'other-3']) {
    writeFileSync(join(desk.folder, name, 'reference.db'), 'a copy')
  }
  const backup = join(testFolder(), 'backup')
  await desk.ok('store.backup', { to_folder: backup })
  const { still_in, snapshot } = await erase(desk)
  expect(still_in).toEqual([join(desk.folder, 'kept-1'), join(desk.folder, 'replaced-2026'), backup])
  for (const place of still_in) expect(snapshot.band?.sentence).toContain(place)
  expect(existsSync(join(desk.folder, 'kept-1', 'reference.db'))).toBe(true)
})

test.each([
  ['30', 29, true],
  ['30', 31, false],
  ['5', 6, false],
])('a report kept %s days is there after %i: %s', async (reports_kept_days_count, days, isThere) => {
  const desk = await privateDesk({ reports_kept_days_count })
  await takeIn(desk)
  desk.hours(days * 24)
  expect(reports(desk).length > 0).toBe(isThere)
})
