/** The rules of a folder are looked at before anything of it is taken in: what is odd is asked, what is wrong stops. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Act, PageView } from '../../../shared/desk/page.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { folderOf } from './importing.ts'
import { ENGLISH } from '../../support/speech.ts'
import { rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { benAtDesk } from '../support/staff.ts'

type Status = Output<'import.status'>

const RULES = 'rule_code,item_type_code,period_count,period_unit,hard_due_on,hard_due_kind\n'
/** A new kind of thing that one rule of the folder lends, and only to a category that is not there yet. */
const ODD = {
  'item_types.csv': 'item_type_code,name\nTOY,Toy\n',
  'loan_rules.csv': 'rule_code,category_code,item_type_code,period_count,period_unit\nREGULAR,ADULT,BOOK,14,days\n',
}
const GAP = ENGLISH.finding({ code: 'gap', category: 'ADULT', item_type: 'TOY', branches: [] })

async function ended(desk: TestDesk): Promise<Status> {
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

async function takeIn(desk: TestDesk, folder: string, accept_findings: string[] = []): Promise<Status> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings })
  return ended(desk)
}

async function page(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  const shown = must(snapshot.page, 'the page of data')
  expect(pageFaults(shown)).toEqual([])
  return shown
}

/** What a page says, section by section. */
function said(view: PageView): readonly string[] {
  return view.sections.flatMap((section) => {
    if (section.kind === 'text') return [...section.lines]
    if (section.kind === 'facts') return section.facts.map((fact) => fact.text)
    if (section.kind === 'table') return section.rows.map((row) => row.cells.map((cell) => cell.text).join(' | '))
    return [section.kind]
  })
}

const actOf = (view: PageView, key: string): Act | undefined => view.acts.find((act) => act.key === key)
const types = async (desk: TestDesk): Promise<readonly string[]> =>
  (await desk.ok('policy.get', { table: 'item_type' })).rows.map((row) => row.key)
const imports = async (desk: TestDesk): Promise<number> =>
  (await desk.ok('journal.recent', { limit: 100 })).events.filter((event) => event.kind === 'data-imported').length

test('what is odd is listed in the answer and in the report, and nothing is taken in', async () => {
  const desk = await workingDesk()
  const status = await takeIn(desk, folderOf(ODD))
  expect(status.findings.map((one) => one.says)).toContain(GAP)
  expect(status.files.map((file) => file.state)).toEqual(['waiting', 'waiting'])
  expect(readFileSync(status.report_file, 'utf8')).toContain(`${GAP},asked first`)
  expect(readFileSync(status.report_file.replace(/csv$/, 'txt'), 'utf8')).toContain(`Warning: ${GAP}`)
  expect(await types(desk)).not.toContain('TOY')
  expect((await desk.ok('policy.get', { table: 'loan_rule' })).rows[0]?.values).not.toMatchObject({ period_count: 14 })
  expect(await imports(desk)).toBe(0)
})

test('accepted by name it is taken in, and the report says that it was', async () => {
  const desk = await workingDesk()
  const folder = folderOf(ODD)
  const names = (await takeIn(desk, folder)).findings.map((one) => one.name)
  const half = await takeIn(desk, folder, names.slice(1))
  expect(half.findings).toHaveLength(names.length)
  const status = await takeIn(desk, folder, names)
  expect(status.findings).toEqual([])
  expect(readFileSync(status.report_file, 'utf8')).toContain(`${GAP},accepted`)
  expect(await types(desk)).toContain('TOY')
  expect(await imports(desk)).toBe(1)
  // It is so by now: nobody is asked again.
  expect((await takeIn(desk, folder)).findings).toEqual([])
})

test('a contradiction is accepted by nobody', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'loan_rules.csv': `${RULES}REGULAR,BOOK,100000,months,,none\n` })
  const asked = await takeIn(desk, folder)
  expect(asked.findings[0]).toMatchObject({ kind: 'stops' })
  const again = await takeIn(
    desk,
    folder,
    asked.findings.map((one) => one.name),
  )
  expect(again.findings).toEqual(asked.findings)
  const view = await page(desk)
  expect(actOf(view, 'Y')).toBeUndefined()
  expect(said(view)).toContain(ENGLISH.words.pages.this_desk.data_in.correct)
})

test('a file that is no CSV is left out as ever, and does not stop the look at the others', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ ...ODD, 'fees.csv': 'fee_code,"fee' })
  const { findings } = await takeIn(desk, folder)
  expect(findings.map((one) => one.says)).toContain(GAP)
  const status = await takeIn(
    desk,
    folder,
    findings.map((one) => one.name),
  )
  expect(status.files.map((file) => `${file.file} ${file.state}`)).toContain('fees.csv refused')
})

test('what was changed at the desk while the folder was looked at is kept', async () => {
  const desk = await workingDesk()
  const start = { commandId: desk.id(), folder: folderOf(ODD), accept_findings: [] }
  await desk.ok('import.start', start)
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: '31234000000015' })
  await ended(desk)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('the page asks for the folder, shows what is odd, takes it in by one key, then what was left out', async () => {
  const desk = await workingDesk()
  const before = await page(desk)
  expect(said(before)).toEqual([ENGLISH.words.pages.this_desk.data_in.nothing_yet])
  expect(before.enter?.asks.map((asked) => asked.name)).toEqual(['folder', 'mapping', 'own_pin'])
  const folder = folderOf({ ...ODD, 'titles.csv': 'title_id,title\nx,Dune\nx,Dune\n' })
  await takeIn(desk, folder)
  const odd = await page(desk)
  expect(said(odd)).toContain(`Warning: ${GAP}`)
  const meant = must(actOf(odd, 'Y'), 'the yes')
  expect(meant.call.input).toMatchObject({ folder })
  await desk.ok('import.start', {
    commandId: desk.id(),
    ...(meant.call.input as { folder: string; accept_findings: [] }),
  })
  const { report_file } = await ended(desk)
  const done = said(await page(desk))
  expect(done).toContain(report_file)
  expect(done).toContain('titles.csv | 1 | 1 | 1 imported, 1 left out.')
  expect(done).toContain('titles.csv | 3 | title_id | came before, in line 2 | row left out')
  const again = await desk.reopen()
  await rosaAt(again)
  expect(said(await page(again))).toEqual([report_file])
})

test('nobody but a manager sees the page', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const asked = await desk.call('desk.go', { page: { place: 'data-in', about: '' } })
  expect(asked).toMatchObject({ kind: 'refused', code: 'not-permitted' })
})
