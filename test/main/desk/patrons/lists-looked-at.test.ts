/** Where the library asks why an account is opened, a list of people says little, and how many were read is kept. */
import { describe, expect, test } from 'vitest'
import { cell, figure } from '../../../../main/desk/pages/make.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { PatronField } from '../../../../shared/kernel/patron-field.ts'
import { registration } from '../../support/card-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { elsewhere, rosaAt } from '../../support/desk.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'
import { benAtDesk } from '../../support/staff.ts'

const AUDITED = { is_view_audited: 'yes' }
const ASKED = { is_view_audited: 'yes', is_view_reason_required: 'yes' }

/** The texts of the line while somebody types, one search each. */
async function typed(desk: PrivateDesk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await desk.ok('search.patrons', { text, limit: 12 })
}

async function lists(desk: PrivateDesk, staff_code: string): Promise<unknown> {
  const { lists } = await desk.ok('privacy.views', { staff_code, limit: 100 })
  return lists.map(({ looked_on, lists_count }) => [looked_on, lists_count])
}

async function pageOf(desk: PrivateDesk, about: string): Promise<PageView> {
  const { page } = (await desk.ok('desk.go', { page: { place: 'privacy', about } })).snapshot
  if (!page) throw new Error(about)
  return page
}

function rowsOf(page: PageView, section_id: string): unknown {
  const section = page.sections.find((one) => one.kind === 'table' && one.section_id === section_id)
  return section?.kind === 'table' ? section.rows.map((row) => row.cells) : null
}

describe('a list of people', () => {
  test('says name and the end of the card, where the account is opened for a reason', async () => {
    const desk = await privateDesk(ASKED)
    const { hits } = await desk.ok('search.patrons', { text: 'quillf', limit: 12 })
    expect(hits).toEqual([
      {
        patron_id: ZENOBIA.patron_id,
        name: 'Zenobia Quillfeather',
        former: '',
        card_tail: '0116',
        born_on: '',
        age: null,
        street: '',
        category: '',
        badges: [],
        is_inside: false,
      },
    ])
    // What the clerk knows still tells two people of one name apart, and the account says the rest.
    expect((await desk.ok('search.patrons', { text: 'quillf 4/12/1980', limit: 12 })).hits).toHaveLength(1)
    expect((await desk.ok('search.patrons', { text: 'quillf 4/13/1980', limit: 12 })).hits).toEqual([])
    const { patron_id } = ZENOBIA
    const { snapshot } = await desk.ok('desk.open-patron', { patron_id, reason: 'telephone' })
    expect(snapshot.patron?.name).toBe('Zenobia Quillfeather')
    const account = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page
    expect(JSON.stringify(account)).toMatch(/1980.*17 Marmalade Mews/)
    const recent = (await desk.ok('desk.go', { page: { place: 'recent', about: '' } })).snapshot.page
    expect(JSON.stringify(recent?.sections)).toContain('0116')
    expect(JSON.stringify(recent?.sections)).not.toMatch(/1980|Resident adult|21234000000116/)
  })

  test('says the rest where no reason is asked', async () => {
    const desk = await privateDesk(AUDITED)
    const { hits } = await desk.ok('search.patrons', { text: 'quillf', limit: 12 })
    expect(hits).toMatchObject([{ street: ZENOBIA.street, category: 'Resident adult' }])
    expect(hits[0]?.born_on).toContain('1980')
  })
})

/** Who is shown beside the form of somebody new who is much like Zenobia. */
async function besideForm(desk: PrivateDesk, typed: Partial<Record<PatronField, string>> = {}) {
  const zenobia = { surname: 'Quillfeather', given: 'Zenobia', born_on: '1980-04-12', street: ZENOBIA.street }
  const { commandId: _, another_because: __, ...asked } = registration(desk, { ...zenobia, ...typed })
  return (await desk.ok('patron.register-preview', asked)).alike
}
const WHOLE = /1980|Marmalade|21234000000116/

describe('who may be a patron already', () => {
  const owes = `INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents)
    VALUES ('owes', ${ZENOBIA.patron_id}, 'overdue', 0, 300, 300)`

  test('is told by name, the end of the card and what agrees, where a reason is asked, and is counted', async () => {
    const desk = await privateDesk(ASKED, [owes])
    const [zenobia, ...others] = await besideForm(desk)
    expect(others).toEqual([])
    expect(zenobia).toMatchObject({ name: 'Zenobia Quillfeather', warnings: [], is_certain: true })
    expect(zenobia?.facts).toEqual(['0116', 'same name, same birth date, same address'])
    // What is typed on is one list; another name is another.
    await besideForm(desk, { phone: '' })
    await besideForm(desk, { given: 'Zenob' })
    await besideForm(desk, { surname: 'Nobody', given: 'Knows', born_on: '1999-09-09', street: '', phone: '' })
    expect(await lists(desk, 'rortiz')).toEqual([['2026-11-24', 2]])
  })

  test('is told in full where no reason is asked', async () => {
    const desk = await privateDesk(AUDITED, [owes])
    const [zenobia] = await besideForm(desk)
    expect([zenobia?.facts.join().match(new RegExp(WHOLE, 'g'))?.length, zenobia?.warnings.length]).toEqual([3, 1])
    expect(await lists(desk, 'rortiz')).toEqual([])
  })

  test('and likewise before two records are compared', async () => {
    const desk = await privateDesk(ASKED)
    const again = { surname: 'Quillfeather', given: 'Zenobia', born_on: '1980-04-12' }
    await desk.ok('patron.register', {
      ...registration(desk, again, { barcode: '21234000009991', category_code: 'ADULT', another_because: 'twin' }),
      proofs: {},
    })
    const { page } = (await desk.ok('desk.go', { page: { place: 'patron-merge', about: '' } })).snapshot
    expect(page && rowsOf(page, 'alike')).toEqual([
      [cell('Zenobia Quillfeather'), figure('0116', 'quiet'), expect.anything()],
    ])
    expect(JSON.stringify(page)).not.toMatch(WHOLE)
    expect(await lists(desk, 'rortiz')).toEqual([['2026-11-24', 1]])
  })
})

describe('how many lists were read', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], number]>([
    ['typing on is one list', ASKED, ['q', 'qu', 'qui', 'quillf'], 1],
    ['a text taken back is another', ASKED, ['q', 'qu', 'q', 'qui'], 2],
    ['each other text is another', ASKED, ['mil', 'nun', 'quillf'], 3],
    ['one that names nobody is none', ASKED, ['zzz', '', '  '], 0],
    ['nothing is counted where no reason is asked', AUDITED, ['mil', 'nun'], 0],
  ])('%s', async (_name, settings, texts, count) => {
    const desk = await privateDesk(settings)
    await typed(desk, ...texts)
    expect(await lists(desk, 'rortiz')).toEqual(count === 0 ? [] : [['2026-11-24', count]])
  })

  test('is kept by day and staff, without a time or a name, and shown to a manager', async () => {
    const desk = await privateDesk(ASKED)
    await typed(desk, 'mil')
    await benAtDesk(desk)
    await typed(desk, 'mil', 'quillf')
    expect(desk.rows('SELECT * FROM list_looked ORDER BY staff_code')).toEqual([
      ['BC-1', '2026-11-24', 2],
      ['rortiz', '2026-11-24', 1],
    ])
    expect(await desk.call('privacy.views', { staff_code: 'BC-1', limit: 5 })).toMatchObject({
      code: 'not-permitted',
    })
    await rosaAt(desk)
    const viewers = await pageOf(desk, 'staff')
    expect(rowsOf(viewers, 'viewers')).toEqual([
      [cell('Ben Cole'), figure(0), figure(0), figure(2), expect.anything()],
      [cell('Rosa Ortiz'), figure(0), figure(0), figure(1), expect.anything()],
    ])
    const bens = await pageOf(desk, 'staff BC-1')
    expect(rowsOf(bens, 'lists')).toEqual([[expect.anything(), figure(2)]])
    expect([pageFaults(viewers), pageFaults(bens)]).toEqual([[], []])
  })

  test('is forgotten with the views', async () => {
    const desk = await privateDesk({ ...ASKED, view_audit_days_count: '90' })
    await typed(desk, 'mil')
    desk.hours(89 * 24)
    expect(desk.rows('SELECT count(*) FROM list_looked')).toEqual([[1]])
    desk.hours(3 * 24)
    expect(desk.rows('SELECT count(*) FROM list_looked')).toEqual([[0]])
  })
})

test('where the library asks why, an account that a list of cards opened leads back to the list', async () => {
  const desk = await privateDesk(ASKED)
  elsewhere(desk, `UPDATE patron SET guardian = 'Ann', born_on = '2001-01-01' WHERE patron_id = ${ZENOBIA.patron_id}`)
  const list = { place: 'card-lists', about: 'of-age' } as const
  await desk.ok('desk.go', { page: list })
  const { patron_id } = ZENOBIA
  const asked = (await desk.ok('desk.open-patron', { patron_id })).snapshot
  expect([asked.patron, asked.page?.ref.place]).toEqual([null, 'privacy'])
  const opened = (await desk.ok('desk.open-patron', { patron_id, reason: 'telephone' })).snapshot
  expect([opened.patron?.patron_id, opened.page?.ref.place]).toEqual([patron_id, 'account'])
  expect((await desk.ok('desk.back', {})).snapshot.page?.ref).toEqual(list)
})

test('a list of cards to look after says name and the end of the card, is counted, and its sums are not', async () => {
  const desk = await privateDesk(ASKED)
  const row = `UPDATE patron SET guardian = 'Ann', born_on = '2001-01-01' WHERE patron_id = ${ZENOBIA.patron_id}`
  elsewhere(desk, row)
  for (const about of ['', 'report', 'of-age', 'of-age']) {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about } })
    if (about !== 'of-age') continue
    const [section] = snapshot.page?.sections ?? []
    const cells = section?.kind === 'table' ? section.rows.map((one) => one.cells.map(({ text }) => text)) : []
    expect(cells).toEqual([['Zenobia Quillfeather', '0116', '']])
  }
  expect(await lists(desk, 'rortiz')).toEqual([['2026-11-24', 1]])
})
