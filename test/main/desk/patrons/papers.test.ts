/** Receipts and slips at a real desk: what is on them, who may see them, and how long they can be had. */
import { describe, expect, test } from 'vitest'
import { MS_PER_MINUTE } from '../../../../shared/kernel/time.ts'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import { en } from '../../../../shared/receipt/words/en.ts'
import { layoutText } from '../../../support/layout-text.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { rosaAt, type TestDesk, workingDesk } from '../../support/desk.ts'
import { holdDesk, reopenedWith, setting, TITLES } from '../../support/hold-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { BEN, signInAs } from '../../support/staff.ts'

const textOf = (document: ReceiptDocument | undefined): string => (document ? layoutText(document, 42).join('\n') : '')

/** The papers on the page that is open. */
function onPage({ page }: DeskSnapshot): readonly ReceiptDocument[] {
  expect(page?.ref.place).toBe('receipt')
  expect(page && pageFaults(page)).toEqual([])
  return page?.sections.flatMap((section) => (section.kind === 'paper' ? [section.document] : [])) ?? []
}

const finish = async (desk: TestDesk): Promise<DeskSnapshot> => (await desk.ok('desk.finish', {})).snapshot
const again = async (desk: TestDesk, paper_id = ''): Promise<DeskSnapshot> =>
  (await desk.ok('paper.again', { paper_id })).snapshot
const make = async (desk: TestDesk, what: 'now' | 'statement'): Promise<DeskSnapshot> =>
  (await desk.ok('paper.make', { what })).snapshot

type Wish = {
  readonly receipt?: 'print' | 'email' | 'none'
  readonly is_large_print?: boolean
  readonly language?: string
}

async function wishes(desk: TestDesk, wish: Wish): Promise<DeskSnapshot> {
  const all = { receipt: 'print', is_large_print: false, language: 'en', ...wish } as const
  return (await desk.ok('patron.set-preference', { commandId: desk.id(), ...all })).snapshot
}

/** Dana is open and has two books. */
async function danaLent(wish: Wish | null = null): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  if (wish) await wishes(desk, wish)
  await desk.scan(ITEMS.educated)
  await desk.scan(ITEMS.becoming)
  return desk
}

describe('Enter finishes as the patron wants it, and the key says so before', () => {
  test.each([
    [{ receipt: 'print' }, 'Finish, show receipt', 1],
    [{ receipt: 'print', is_large_print: true }, 'Finish, show receipt in large print', 1],
    [{ receipt: 'none' }, 'Finish, no receipt', 0],
    [{ receipt: 'email' }, 'Finish, show receipt (no e-mail address)', 1],
  ] as const)('%j: %s', async (wish, label, papers_count) => {
    const desk = await danaLent(wish)
    expect((await desk.ok('desk.snapshot', {})).snapshot.finish_label).toBe(label)
    const done = await finish(desk)
    expect(done.papers).toHaveLength(papers_count)
    expect(done.band?.sentence.includes('shown, not printed')).toBe(papers_count > 0)
    expect(done.patron).toBeNull()
  })

  test('with nothing done there is nothing to print, and the key says only Finish', async () => {
    const desk = await workingDesk()
    expect((await desk.scan(CARDS.dana)).finish_label).toBe('Finish')
    expect((await finish(desk)).papers).toEqual([])
  })

  test('Shift+Enter gives none this once, and it can be had even so, as no copy', async () => {
    const desk = await danaLent()
    const { snapshot } = await desk.ok('desk.finish-quietly', {})
    expect(snapshot).toMatchObject({ patron: null, papers: [] })
    expect(snapshot.band?.sentence).not.toContain('shown')
    expect(onPage(await again(desk))[0]).toMatchObject({ kind: 'check-out', is_copy: false })
    expect(onPage(await again(desk))[0]).toMatchObject({ is_copy: true })
  })

  test('is refused while a row waits, and then keeps no paper', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.educated)
    expect(await desk.call('desk.finish-quietly', {})).toMatchObject({ code: 'rows-undecided' })
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })
})

describe('the receipt', () => {
  test('has the titles and dates of this patron, and neither name nor whole card', async () => {
    const desk = await danaLent()
    const text = textOf((await finish(desk)).papers[0])
    expect(text).toContain('Maple Street')
    expect(text).toContain('Card …0017')
    expect(text).toMatch(/Educated\n {2}2 renewals left +due Tue, Dec 15/)
    expect(text).toContain('2 items checked out')
    expect(text).not.toMatch(/Dana|Miller|21234000000017/)
  })

  test('leaves out what was undone, and a loan renewed in the same visit has its own paper', async () => {
    const desk = await danaLent()
    await desk.ok('desk.undo', { commandId: desk.id() })
    desk.clock.pass(1_440 * MS_PER_MINUTE)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    const [lent, renewed] = (await finish(desk)).papers
    expect(textOf(lent)).not.toContain('Becoming')
    expect(textOf(renewed)).toMatch(/RENEWED[^]*Educated\n {2}1 renewal left +due Wed, Dec 16/)
  })

  test('made before something on it was undone says so first, beside the work and from F9', async () => {
    const desk = await danaLent()
    const [made] = (await finish(desk)).papers
    const { papers } = (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
    const undone = en.undone_since('Becoming')
    expect(textOf(made)).not.toContain(undone)
    expect(textOf(papers[0]).split('\n')[0]).toBe(undone)
    const copy = onPage(await again(desk))[0]
    expect(copy).toMatchObject({ is_copy: true, blocks: papers[0]?.blocks })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(textOf(onPage(await again(desk))[0])).toContain(en.undone_since('Educated'))
  })

  test('of a renewal that was undone since says so too, and another paper does not', async () => {
    const desk = await danaLent()
    await finish(desk)
    desk.clock.pass(1_440 * MS_PER_MINUTE)
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.educated })
    await make(desk, 'now')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(textOf(onPage(await again(desk))[0])).toContain(en.undone_since('Educated'))
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
  })

  test('of renewals says what was not renewed, and why', async () => {
    const desk = await danaLent()
    await finish(desk)
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    const [paper] = onPage(await make(desk, 'now'))
    expect(paper?.kind).toBe('renewal')
    expect(textOf(paper)).toMatch(/NOT RENEWED[^]*Becoming\n {2}Renewing would not change the due date\./)
  })

  test('is in the patron’s language and size, which are remembered', async () => {
    const desk = await danaLent({ language: 'spa', is_large_print: true })
    const [paper] = (await finish(desk)).papers
    expect(paper).toMatchObject({ language: 'es', size: 'large' })
    expect(textOf(paper)).toContain('PRÉSTAMO')
    const later = await desk.reopen()
    await rosaAt(later)
    await later.scan(CARDS.dana)
    const { snapshot } = await later.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(JSON.stringify(snapshot.page)).toContain('On paper, large print, in Spanish')
  })

  test('of a cart names no title and nobody', async () => {
    const desk = await danaLent()
    await finish(desk)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    await desk.scan(ITEMS.becoming)
    const made = await make(desk, 'now')
    const text = textOf(onPage(made)[0])
    expect(text).toMatch(/Item …0023\nItem …0031[^]*2 items returned/)
    expect(text).not.toMatch(/Educated|Becoming|Card|Dana/)
    expect(made.rows).toHaveLength(2)
  })
})

describe('paper now', () => {
  test('shows what was done so far and goes on; a scan closes it and is taken', async () => {
    const desk = await danaLent()
    const shown = await make(desk, 'now')
    expect(onPage(shown)).toHaveLength(1)
    expect(shown.patron?.name).toBe('Dana Miller')
    const after = await desk.scan(ITEMS.warmth)
    expect(after).toMatchObject({ page: null, band: { heading: 'The Warmth of Other Suns' } })
  })

  test('is refused in plain words when nothing was done', async () => {
    const desk = await workingDesk()
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
    expect(await desk.call('paper.make', { what: 'statement' })).toMatchObject({ code: 'nobody-open' })
  })

  test('the statement has the name, what is out, what is owed', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.owing)
    const text = textOf(onPage(await make(desk, 'statement'))[0])
    expect(text).toContain('Flora Owen')
    expect(text).toMatch(/Late fine\n[^]*\$12\.00[^]*You owe +\$12\.00/)
    expect(text).not.toContain(CARDS.owing)
  })

  test.each([
    ['the day of the library’s data, when that is the only one', "'2026-12-05'", /until Sat, Dec 5/],
    ['no day, when the library’s data has none', 'NULL', null],
  ])('a hold that was ready before this desk began has %s, on statement and slip', async (_what, day, until) => {
    const desk = await holdDesk([
      `UPDATE item SET status = 'hold-shelf' WHERE item_id = 2; INSERT INTO hold VALUES ('old-1', 1, '', 2, 2, 0,
        'MAPLE', 0, ${day}, 'ready', NULL, NULL, '')`,
    ])
    await desk.scan(CARDS.dana)
    const statement = textOf(onPage(await make(desk, 'statement'))[0])
    await desk.ok('desk.clear', {})
    const { papers } = await desk.takeBack(ITEMS.educated)
    const slip = textOf(papers.find((one) => one.kind === 'hold-slip'))
    expect(slip).toContain('Educated')
    expect(statement).toContain('ready at Maple Street')
    for (const text of [statement.slice(statement.indexOf('YOUR HOLDS')), slip]) {
      if (until) expect(text).toMatch(until)
      else expect(text).not.toContain('until')
    }
  })
})

describe('a paper again', () => {
  test('is the last one, marked as a copy, with its first date', async () => {
    const desk = await danaLent()
    const [first] = (await finish(desk)).papers
    desk.clock.pass(3 * MS_PER_MINUTE)
    const [copy] = onPage(await again(desk))
    expect(copy).toEqual({ ...first, is_copy: true })
    expect(textOf(copy).match(/\*\*\* COPY \*\*\*/g)).toHaveLength(2)
  })

  test('of the patron before, when the next card was scanned without Enter', async () => {
    const desk = await danaLent()
    const omar = await desk.scan(CARDS.omar)
    expect(omar.band?.sentence).toContain('{key:paper-now} shows their receipt')
    expect(omar.papers).toEqual([])
    const offered = await again(desk)
    expect(onPage(offered)).toEqual([])
    const snapshot = await again(desk, String(offered.page?.enter?.call.input['paper_id']))
    expect(textOf(onPage(snapshot)[0])).toContain('Card …0017')
  })

  test('is gone once the next is finished, and after signing out', async () => {
    const desk = await danaLent()
    await finish(desk)
    await desk.scan(CARDS.omar)
    await desk.scan(ITEMS.warmth)
    await finish(desk)
    expect(textOf(onPage(await again(desk))[0])).toContain('Card …0025')
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    await rosaAt(desk)
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })

  test('outlives a lock for the same person, and not another’s signing in', async () => {
    const desk = await danaLent()
    await desk.ok('staff.add', { commandId: desk.id(), ...BEN })
    await finish(desk)
    await desk.ok('desk.lock', {})
    expect((await desk.ok('desk.snapshot', {})).snapshot.papers).toEqual([])
    await rosaAt(desk)
    expect(onPage(await again(desk))).toHaveLength(1)
    await desk.ok('desk.lock', {})
    await signInAs(desk, BEN)
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })

  test.each([
    ['Esc', (desk: TestDesk) => desk.ok('desk.clear', {})],
    ['F2', (desk: TestDesk) => desk.ok('desk.mode', { mode: 'in' })],
  ] as const)(
    'of whoever was put away with %s: F9 has their receipt, as no copy, and not their statement',
    async (_key, leave) => {
      const desk = await danaLent()
      await make(desk, 'statement')
      expect((await leave(desk)).snapshot).toMatchObject({ patron: null, papers: [] })
      const shown = await again(desk)
      expect(onPage(shown)).toHaveLength(1)
      expect(onPage(shown)[0]).toMatchObject({ kind: 'check-out', is_copy: false })
      expect(textOf(onPage(shown)[0])).toContain('Card …0017')
    },
  )

  test('with nothing done, Esc leaves no receipt', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('desk.clear', {})
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })

  test('of somebody who was erased since is gone', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    await finish(desk)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    await desk.ok('desk.finish', {})
    expect(onPage(await again(desk))).toHaveLength(1)
    await desk.scan(CARDS.dana)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.dana.slice(-4) })
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })

  test('survives the station process, and is plain data', async () => {
    const desk = await danaLent()
    const { papers } = await finish(desk)
    const next = await desk.reopen({ resume: desk.station.sessionState() })
    expect((await next.ok('desk.snapshot', {})).snapshot.papers).toEqual(papers)
  })

  test('the receipt of the patron who left is open for a minute, then only on request', async () => {
    const desk = await danaLent()
    expect((await finish(desk)).papers).toHaveLength(1)
    desk.clock.pass(MS_PER_MINUTE)
    expect((await desk.ok('desk.snapshot', {})).snapshot.papers).toEqual([])
    expect(onPage(await again(desk))[0]?.is_copy).toBe(true)
  })
})

describe('slips', () => {
  test('a copy that is caught has its slip beside it: a code, no name; the next row takes it away', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    const captured = await desk.takeBack(ITEMS.educated)
    const [slip] = captured.papers
    expect(slip?.kind).toBe('hold-slip')
    const text = textOf(slip)
    expect(text).toContain((await desk.holdsOf(CARDS.dana))[0]?.pickup_code)
    expect(text).not.toMatch(/Dana|Miller|21234/)
    expect((await desk.scan(ITEMS.becoming)).papers).toEqual([])
    const copied = await again(desk)
    expect(onPage(copied)[0]).toEqual({ ...slip, is_copy: true })
  })

  test('one for another branch says where to, and nothing of anybody', async () => {
    const desk = await holdDesk()
    const { papers } = await desk.takeBack(ITEMS.north)
    expect(textOf(papers[0])).toMatch(/SEND TO ANOTHER BRANCH[^]*North Branch/)
    expect(textOf(papers[0])).not.toMatch(/Dana|Miller|21234/)
  })

  test('a name stands on it only where the library says so', async () => {
    const desk = await reopenedWith(await holdDesk(), { reference: setting('hold_slip_shows', 'code-and-name') })
    await desk.placed(CARDS.dana, TITLES.educated)
    expect(textOf((await desk.takeBack(ITEMS.educated)).papers[0])).toContain('Dana Miller')
  })

  test('of a check-in that was undone is no paper any more', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
    expect(snapshot.papers).toEqual([])
    expect(await desk.call('paper.again', { paper_id: '' })).toMatchObject({ code: 'paper-none' })
  })

  test('an earlier one of the cart is found on the page of the last', async () => {
    const desk = await holdDesk()
    await desk.takeBack(ITEMS.north)
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.scan(ITEMS.educated)
    const page = (await again(desk)).page
    const others = page?.sections.find((section) => section.kind === 'table')
    expect(
      others?.kind === 'table' && others.rows.map((row) => row.cells.map((cell) => cell.text).slice(0, 2)),
    ).toEqual([['Transit slip', 'Goodnight Moon']])
  })
})

describe('lists', () => {
  test.each([
    ['pull', 'pull-list'],
    ['shelf', 'shelf-list'],
    ['over', 'shelf-list'],
    ['cart', 'cart-order'],
    ['tasks', 'list'],
  ] as const)('%s is made as paper when it is asked for', async (name, kind) => {
    const desk = await workingDesk()
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: `list ${name}` } })
    expect(onPage(snapshot).map((paper) => paper.kind)).toEqual([kind])
  })

  test('the cart in the order to shelve it: what goes elsewhere is not on it', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    for (const item of [ITEMS.warmth, ITEMS.educated, ITEMS.north, ITEMS.becoming]) await desk.scan(item)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: 'list cart' } })
    const text = textOf(onPage(snapshot)[0])
    expect(text.match(/304\.809 WIL|B OBAMA|B WESTOVER|E BRO/g)).toEqual(['304.809 WIL', 'B OBAMA', 'B WESTOVER'])
  })

  test('each page that has one offers it', async () => {
    const desk = await workingDesk()
    for (const place of ['pull-list', 'hold-shelf', 'tasks'] as const) {
      const { snapshot } = await desk.ok('desk.go', { page: { place, about: '' } })
      expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
      const paper = snapshot.page?.acts.find((one) => one.key === 'P')
      expect(paper?.call).toMatchObject({ method: 'desk.go', input: { page: { place: 'receipt' } } })
    }
  })

  test('the account offers a statement and asks how receipts are wanted', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
    const methods = snapshot.page?.acts.map((one) => [one.key, one.call.method])
    expect(methods).toContainEqual(['S', 'paper.make'])
    expect(methods).toContainEqual(['T', 'patron.set-preference'])
  })

  test('there is none of another name, and none of a paper that is not there', async () => {
    const desk = await workingDesk()
    for (const about of ['', 'list', 'list of names', 'p1', 'p1 copy']) {
      const gone = await desk.call('desk.go', { page: { place: 'receipt', about } })
      expect(gone).toMatchObject({ code: 'page-empty' })
    }
  })
})

const HOSTILE: readonly string[] = [
  'Cash\u001bp\u0000\u0019\u00fa drawer',
  '\u202eevil\u202c title',
  'x'.repeat(5_000),
  '<script>alert(1)</script>',
  'a\u0301'.repeat(400),
  '\ud800 half',
  '',
]

test.each(HOSTILE)('a title such as %j is paper that a printer may have', async (title) => {
  const desk = await reopenedWith(await holdDesk(), {
    reference: `UPDATE title SET title = '${title.replaceAll("'", "''").replaceAll('\u0000', '')}' WHERE title_id = 2`,
  })
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.educated)
  const [paper] = (await finish(desk)).papers
  expect(JSON.stringify(paper)).not.toMatch(/\\u00[01]|\u202e|\\ud800/)
  for (const line of layoutText(paper as ReceiptDocument, 32)) expect(line.length).toBeLessThan(400)
})
