/**
 * Where the key of the data lies open beside it: that is told, and people of a real library come in only once a person
 * said that it is meant. The demo's people are made up.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { KeyKept } from '../../../shared/kernel/key-kept.ts'
import { BASE, folderOf } from './importing.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { ENGLISH } from '../../support/said.ts'

type Status = Output<'import.status'>

const PEOPLE = {
  'patrons.csv': 'patron_id,surname,given,category_code,branch_code\nils-9,Young,Ada,ADULT,MAPLE\n',
}
const ASKED = 'patron | key-open'

async function deskWhere(key_kept: KeyKept): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const desk = await openDesk(folder, { key_kept })
  await rosaAt(desk)
  return desk
}

async function takeIn(desk: TestDesk, folder: string, accept_findings: string[] = []): Promise<Status> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

const namesOf = ({ findings }: Status): string[] => findings.map((one) => one.name)

async function found(desk: TestDesk): Promise<number> {
  return (await desk.ok('search.patrons', { text: 'young ada', limit: 5 })).hits.length
}

test.each<[KeyKept, boolean]>([
  ['no-keyring', true],
  ['stand-in', true],
  ['file', false],
  ['sealed', false],
])('with the key %s, people of a real library are asked about first: %s', async (key_kept, isAsked) => {
  const desk = await deskWhere(key_kept)
  const status = await takeIn(desk, folderOf(PEOPLE))
  expect(namesOf(status)).toEqual(isAsked ? [ASKED] : [])
  expect(await found(desk)).toBe(isAsked ? 0 : 1)
})

test('the answer is kept with who gave it, shown on the page of this desk, and not asked again', async () => {
  const desk = await deskWhere('stand-in')
  const page = async (): Promise<string> =>
    JSON.stringify((await desk.ok('desk.go', { page: { place: 'this-desk', about: '' } })).snapshot.page)
  const { key_kept } = ENGLISH.words.pages.this_desk.desk
  expect(await page()).toContain(`"${key_kept['stand-in']}"`)
  expect(namesOf(await takeIn(desk, folderOf(PEOPLE), [ASKED]))).toEqual([])
  expect(await found(desk)).toBe(1)
  expect(await page()).toMatch(new RegExp(`"${key_kept['stand-in']}\\..*, RO"`))
  expect(namesOf(await takeIn(desk, folderOf(PEOPLE)))).toEqual([])
})

test('nobody is asked about the demo, nor about a folder without people', async () => {
  const folder = testFolder()
  const desk = await openDesk(folder, { key_kept: 'stand-in' })
  expect(namesOf(await takeIn(desk, folderOf({ 'titles.csv': BASE['titles.csv'] ?? '' })))).toEqual([])
  const demo = join(testFolder(), 'demo')
  cpSync(join(import.meta.dirname, '../../../demo/library'), demo, { recursive: true })
  expect(namesOf(await takeIn(desk, demo))).not.toContain(ASKED)
})

test.each<[KeyKept, boolean]>([
  ['no-keyring', true],
  ['stand-in', false],
  ['file', false],
  ['sealed', false],
])('with the key %s the strip says it before and after set-up: %s', async (key_kept, isTold) => {
  const { no_keyring } = ENGLISH.words.outcomes.desk
  const fresh = await openDesk(testFolder(), { key_kept })
  const before = (await fresh.ok('desk.snapshot', {})).snapshot
  const after = (await (await deskWhere(key_kept)).ok('desk.snapshot', {})).snapshot
  expect([before.stage, after.stage]).toEqual(['set-up', 'desk'])
  for (const { strip } of [before, after]) expect(strip.trouble.includes(no_keyring)).toBe(isTold)
})
