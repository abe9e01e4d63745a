/** The page about this desk: for managers alone, and what each of its acts does to a real desk. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { readRecoveryKey } from '../../../../shared/kernel/recovery-key.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { openDesk, workingDesk, type TestDesk } from '../../support/desk.ts'
import { KEY, TUESDAY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, askedFor, BEN, benAtDesk, signInAs } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { ENGLISH } from '../../../support/said.ts'

async function go(desk: TestDesk, place: PageView['ref']['place'] = 'this-desk'): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

function factOf(page: PageView, label: string): string {
  const facts = page.sections.flatMap((section) => (section.kind === 'facts' ? section.facts : []))
  return facts.find((fact) => fact.label === label)?.text ?? ''
}

const keysOf = (page: PageView): string => page.acts.map((act) => act.key).join('')

test('shows where the desk stands and how its data is', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  const { events_count, head } = await desk.ok('journal.verify', {})
  const page = await go(desk)
  expect(factOf(page, 'Branch')).toBe('Maple Street')
  expect(factOf(page, 'Name')).toBe('Desk 2')
  expect(factOf(page, 'Folder')).toBe(desk.folder)
  expect(factOf(page, 'Journal')).toBe(`${events_count} entries`)
  expect(factOf(page, 'Head of the journal')).toBe(head)
  expect(factOf(page, 'Last backup')).toBe(ENGLISH.words.pages.this_desk.desk.no_backup)
  expect(factOf(page, 'Clock')).toBe('Right: 11:07 AM')
  expect(keysOf(page)).toBe('PBJXMDRK')
})

test('is for managers alone, and so is the recovery key', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const asked = await askedFor(desk, { place: 'this-desk', about: '' })
  expect([asked.page, asked.asks]).toEqual([null, expect.stringContaining(en.outcomes.answer.ask)])
  await answer(desk, '0')
  const key = await desk.call('desk.go', { page: { place: 'recovery-key', about: '' } })
  expect(key).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  await signInAs(desk, { initials: 'RO', pin: '471108' })
  await desk.ok('recovery-key.show', { commandId: desk.id() })
  await signInAs(desk, BEN)
  expect((await desk.ok('desk.snapshot', {})).snapshot.page).toBeNull()
})

test('backs up, checks and exports, and says on the band what came of it', async () => {
  const desk = await workingDesk()
  const place = testFolder()
  const band = async () => (await desk.ok('desk.snapshot', {})).snapshot.band
  await desk.ok('store.backup', { to_folder: join(place, 'friday') })
  expect(factOf(await go(desk), 'Last backup')).toBe(
    `11:07 AM, in ${join(place, 'friday')}, done in less than a second`,
  )
  const { events_count } = await desk.ok('journal.verify', {})
  expect(await band()).toMatchObject({
    outcome: 'done',
    heading: en.outcomes.records.verified,
    sentence: expect.stringContaining(`${events_count} entries match their checksums`) as string,
  })
  await desk.ok('journal.export', { to_file: join(place, 'journal.jsonl') })
  expect(await band()).toMatchObject({ heading: 'Journal exported' })
  expect(readFileSync(join(place, 'journal.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(events_count)
  expect(existsSync(join(place, 'friday', 'reference.db'))).toBe(true)
})

test('moves the desk to another branch, and says so', async () => {
  const desk = await workingDesk()
  const [, other] = (await desk.ok('branch.list', {})).branches
  const { snapshot } = await desk.ok('desk.branch', { branch_code: other?.branch_code ?? '', desk_name: 'Desk 5' })
  expect(snapshot.strip).toMatchObject({ branch_name: other?.name, desk_name: 'Desk 5' })
  expect(snapshot.band?.sentence).toContain(`This desk is now at ${other?.name}`)
})

test('a clock that was set back names the key that confirms it, and the page offers it', async () => {
  const desk = await workingDesk()
  expect(keysOf(await go(desk))).not.toContain('C')
  desk.clock.set(instant(TUESDAY - 3 * 3_600_000))
  const { strip } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(strip.trouble).toContain('a manager confirms it: / This desk, then C.')
  const page = await go(desk)
  const confirm = page.acts.find((act) => act.key === 'C')
  expect(confirm?.says).toContain('This computer says 8:07 AM.')
  expect(confirm?.call.method).toBe('desk.trust-clock')
  const { snapshot } = await desk.ok('desk.trust-clock', { commandId: desk.id() })
  expect(snapshot.strip.trouble).toBe('')
  expect(keysOf(await go(desk))).not.toContain('C')
})

test('the recovery key stands on a paper, right after set-up and whenever a manager asks', async () => {
  const desk = await workingDesk()
  const shown = await desk.ok('recovery-key.show', { commandId: desk.id() })
  const page = must(shown.snapshot.page, 'the page of the key')
  const paper = page.sections.find((section) => section.kind === 'paper')
  const table = paper?.document.blocks.find((block) => block.block === 'table')
  await desk.ok('desk.go', { page: { place: 'modes', about: '' } })
  expect((await desk.ok('desk.back', {})).snapshot.page?.ref.place, 'not by going back').not.toBe('recovery-key')
  const { entries } = await desk.ok('work-log.list', { limit: 5 })
  expect(entries.filter((one) => one.kind === 'recovery-key-shown')).toMatchObject([{ initials: 'RO' }])
  const groups = table?.rows.map((row) => row.cells[1] ?? '') ?? []
  expect(readRecoveryKey(groups.join(' '))).toEqual({ kind: 'key', key: KEY })
  expect(table?.rows.map((row) => row.cells[0])).toEqual(Array.from({ length: 13 }, (_none, index) => `${index + 1}`))

  const fresh = await openDesk(testFolder())
  const takeIn = async (accept_findings: string[]): Promise<string[]> => {
    await fresh.ok('import.start', { commandId: fresh.id(), folder: resolve('demo/library'), accept_findings })
    while ((await fresh.ok('import.status', {})).running) await new Promise((resolve) => setTimeout(resolve, 20))
    return (await fresh.ok('import.status', {})).findings.map((one) => one.name)
  }
  // Nobody may borrow from its archive, and that is meant.
  expect(await takeIn(await takeIn([]))).toEqual([])
  const { snapshot } = await fresh.ok('desk.set-up', {
    commandId: fresh.id(),
    branch_code: 'MAPLE',
    desk_name: 'Desk 1',
    staff_name: 'Ada Park',
    initials: 'AP',
    pin: '246813',
  })
  expect(snapshot.page?.ref.place).toBe('recovery-key')
  expect((await fresh.ok('desk.go', { page: null })).snapshot.page).toBeNull()
})
