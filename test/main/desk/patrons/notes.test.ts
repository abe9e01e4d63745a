/** Notes, messages and family on the account, from outside: written, told, taken off, and what they stop. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { KEY } from '../../support/fakes.ts'
import { rosaAt, type TestDesk, workingDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { testFolder } from '../../support/folders.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES, says, short } from '../../../support/said.ts'

async function account(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = snapshot.page
  if (!page) throw new Error('no account page')
  expect(pageFaults(page)).toEqual([])
  return page
}

function rowsOf(page: PageView, section_id: string): readonly PageRow[] {
  const section = page.sections.find((one) => one.section_id === section_id)
  return section?.kind === 'table' ? section.rows : []
}

const cells = (row: PageRow | undefined): string[] => row?.cells.map((cell) => cell.text) ?? []
const refOf = (row: PageRow | undefined): string => row?.row_id.replace('note ', '') ?? ''

async function write(desk: TestDesk, kind: 'note' | 'block' | 'message', text: string): Promise<DeskSnapshot> {
  return (await desk.ok('note.write', { commandId: desk.id(), kind, text, until_on: null })).snapshot
}

describe('notes', () => {
  test('say by whom, when and where they were written', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await write(desk, 'note', 'Picks up for her neighbour')
    const [note] = rowsOf(await account(desk), 'notes')
    expect(cells(note)).toEqual(['Picks up for her neighbour', ''])
    expect(note?.notes).toEqual(['RO, Tue, Nov 24, Maple Street'])
  })

  test('one that blocks stops lending until it is taken off', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await write(desk, 'block', 'Address unknown')
    const stopped = await desk.scan(ITEMS.warmth)
    expect(stopped.rows[0]).toMatchObject({
      happened: short('patron-blocked'),
      notes: [says('patron-blocked', { note: 'Address unknown', ends_by: 'note' })],
    })
    const note_ref = refOf(rowsOf(await account(desk), 'notes')[0])
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: stopped.rows[0]?.row_id ?? '', key: '0' })
    await desk.ok('note.remove', { commandId: desk.id(), note_ref })
    await desk.ok('desk.go', { page: null })
    expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ happened: 'Out' })
  })

  test('a message is told when the account opens, until it is marked as told', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await write(desk, 'message', 'Your umbrella is at the desk')
    await desk.ok('desk.finish', {})
    expect((await desk.scan(CARDS.dana)).band?.sentence).toContain('Tell them: Your umbrella is at the desk.')
    expect((await desk.scan(CARDS.dana)).band?.sentence).not.toContain('umbrella')
    await desk.ok('note.told', { commandId: desk.id(), note_ref: refOf(rowsOf(await account(desk), 'notes')[0]) })
    await desk.ok('desk.finish', {})
    const again = await desk.scan(CARDS.dana)
    expect(again.band?.sentence).not.toContain('umbrella')
    expect(again.patron?.notices).toEqual([])
  })

  test('an empty one is refused, and so is one of somebody else', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const empty = await desk.call('note.write', { commandId: desk.id(), kind: 'note', text: '  ', until_on: null })
    expect(empty).toMatchObject({ kind: 'refused', code: 'text-missing' })
    await write(desk, 'note', 'Hers')
    const note_ref = refOf(rowsOf(await account(desk), 'notes')[0])
    await desk.scan(CARDS.omar)
    expect(await desk.call('note.remove', { commandId: desk.id(), note_ref })).toMatchObject({ code: 'note-unknown' })
  })

  test('no longer stand after their last day', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('note.write', { commandId: desk.id(), kind: 'block', text: 'Away', until_on: '2026-11-24' })
    expect(rowsOf(await account(desk), 'notes')).toHaveLength(1)
    desk.clock.pass(86_400_000)
    expect(rowsOf(await account(desk), 'notes')).toEqual([])
    await desk.ok('desk.go', { page: null })
    expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ happened: 'Out' })
  })

  test('are not written to end before today', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    for (const until_on of ['2026-11-23', '1900-01-01']) {
      const ended = { commandId: desk.id(), kind: 'block', text: 'Away', until_on } as const
      expect(await desk.call('note.write', ended)).toMatchObject({ kind: 'refused', code: 'until-past' })
    }
    expect(rowsOf(await account(desk), 'notes')).toEqual([])
  })

  test('the last one written can be taken back, and words never enter the sealed entry', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await write(desk, 'note', 'A secret about Dana')
    const to_file = join(testFolder(), 'journal.jsonl')
    await desk.ok('journal.export', { to_file })
    const sealed = readFileSync(to_file, 'utf8')
    expect(sealed).toContain('note-written')
    expect(sealed).not.toContain('secret')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(rowsOf(await account(desk), 'notes')).toEqual([])
  })

  test('outlive a restart', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await write(desk, 'note', 'Hears badly')
    const again = await desk.reopen()
    await rosaAt(again)
    await again.scan(CARDS.dana)
    expect(cells(rowsOf(await account(again), 'notes')[0])[0]).toBe('Hears badly')
  })
})

test('family: the guardian and the children, with what each owes; Enter opens one', async () => {
  const desk = await workingDesk()
  const db = openFile(join(desk.folder, REFERENCE_FILE), KEY)
  db.exec('UPDATE patron SET guardian_patron_id = 5 WHERE patron_id IN (1, 2)')
  db.close()
  await desk.scan(CARDS.dana)
  const { family } = PAGES.account
  const rows = rowsOf(await account(desk), 'family')
  expect(rows.map(cells)).toEqual([
    ['Flora Owen', '0', '$12.00'],
    ['Omar Núñez', '0', '$0.00'],
  ])
  await desk.scan(CARDS.owing)
  expect(rowsOf(await account(desk), 'family').map((row) => row.notes)).toEqual([
    [family.child, en.panel.guardian_sees.nothing],
    [family.child, en.panel.guardian_sees.nothing],
  ])
  expect(rows[0]?.enter?.call).toEqual({ method: 'desk.open-patron', input: { patron_id: 5 } })
})

test('renew all from the account shows what was not renewed, and why', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.spirited)
  await account(desk)
  desk.clock.pass(24 * 60 * 60 * 1000)
  const { snapshot } = await desk.ok('desk.renew-all', { commandId: desk.id() })
  const { page } = snapshot
  if (!page) throw new Error('no page of renewals')
  expect(pageFaults(page)).toEqual([])
  expect(page.heading).toBe(PAGES.account.renewals.all(2))
  const { snapshot: again } = await desk.ok('desk.renew-all', { commandId: desk.id() })
  if (!again.page) throw new Error('no page of renewals')
  expect(again.page.heading).toBe(PAGES.account.renewals.some(0, 2))
  expect(rowsOf(again.page, 'not-renewed').map((row) => cells(row)[2])).toEqual([
    short('renewal-no-gain'),
    short('renewal-no-gain'),
  ])
})
