/** Undoing from a row of the account or the work log, by whose role, and what the key says before it reaches back. */
import { describe, expect, test } from 'vitest'
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { momentOf } from '../../support/facts.ts'
import { days, lend, moneyDesk, pageOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, comes, BEN, WEI } from '../../support/staff.ts'

const { undo } = en.outcomes

function rowsIn(page: PageView, section_id: string): readonly PageRow[] {
  return page.sections.flatMap((one) => (one.kind === 'table' && one.section_id === section_id ? one.rows : []))
}

function undoOf(row: PageRow | undefined): string {
  return row?.acts.find((one) => one.key === 'Z')?.label ?? ''
}

async function press(desk: TestDesk, row: PageRow | undefined) {
  const act = row?.acts.find((one) => one.key === 'Z')
  const event = String(act?.call.input['event'])
  return (await desk.ok('desk.undo-act', { commandId: desk.id(), event })).snapshot
}

/** Dana Miller, Omar … by initials and the end of the card. */
const whose = (card: string): string => `D. M. …${card.slice(-4)}`

const key = async (desk: TestDesk) => (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot

describe('from the account', () => {
  test('a loan offers what was done last to it: the renewal, then the check-out', async () => {
    const desk = await moneyDesk({ settings: { undo_within_minutes_count: '1440' } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 0.9)
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    const [renewed] = rowsIn(await pageOf(desk, 'account'), 'loans')
    expect(undoOf(renewed)).toBe(undo.offer('renewal'))
    await press(desk, renewed)
    const [lent] = rowsIn(await pageOf(desk, 'account'), 'loans')
    expect(undoOf(lent)).toBe(undo.offer('check-out'))
    expect((await press(desk, lent)).patron?.out_count).toBe(0)
  })

  test('a charge that was waived whole stays in sight while the waive can be undone', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' })
    const [added] = rowsIn(await pageOf(desk, 'account'), 'charges')
    expect(undoOf(added)).toBe(undo.offer('charge'))
    const charge_ref = added?.row_id.split(' ')[1] ?? ''
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: 700, reason: 'hardship' })
    const [waived] = rowsIn(await pageOf(desk, 'account'), 'charges')
    expect(undoOf(waived)).toBe(undo.offer('waive'))
    expect((await press(desk, waived)).patron?.owed_cents).toBe(700)
    desk.clock.pass(61 * 60_000)
    expect(undoOf(rowsIn(await pageOf(desk, 'account'), 'charges')[0])).toBe('')
  })

  test('a check-out with a charge of its own since is not undone', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2000 })
    const [row] = rowsIn(await pageOf(desk, 'account'), 'loans')
    expect(undoOf(row)).toBe(undo.offer('lost'))
  })
})

describe('from the work log', () => {
  test('the row of an act undoes it; an undo is one line, and its act cannot be undone again', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const log = rowsIn(await pageOf(desk, 'work-log'), 'work-log')
    const [row] = log
    expect(undoOf(row)).toBe(undo.offer('check-out'))
    await press(desk, row)
    const after = rowsIn(await pageOf(desk, 'work-log'), 'work-log')
    expect(after).toHaveLength(log.length + 1)
    expect(after[0]?.cells[2]?.text).toBe(undo.undid('check-out'))
    expect([undoOf(after[1]), after[1]?.cells.at(-1)?.text]).toEqual(['', en.refusals['undo-done'].short])
  })

  test('what another clerk did asks a supervisor', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await benAtDesk(desk)
    const row = rowsIn(await pageOf(desk, 'work-log'), 'work-log').find((one) => undoOf(one) !== '')
    expect(row?.cells.at(-1)?.text).toBe(undo.asks)
    await press(desk, row)
    await answer(desk, '1')
    expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
    expect((await desk.scan(CARDS.dana)).patron?.out_count).toBe(0)
  })
})

describe('the key', () => {
  test('names an act of another clerk before it undoes it', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await benAtDesk(desk)
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).toBe('')
    const said = await key(desk)
    expect(said.band).toMatchObject({ weight: 'silent', outcome: 'done' })
    expect(said.band?.heading).toContain('The Warmth of Other Suns')
    expect(said.undo_label).toBe(undo.offer('check-out'))
    await comes(desk, WEI)
    // Another person: named again, before anything.
    expect((await key(desk)).rows).toEqual([])
    expect((await key(desk)).band?.heading).toBe(undo.heading('The Warmth of Other Suns'))
    await comes(desk, BEN)
  })

  test('stops at an act for another patron than the open one, told by initials and card and not by title', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    const opened = await desk.scan(CARDS.omar)
    expect(opened.undo_label).toBe('')
    const told = await key(desk)
    expect(told.band?.heading).toBe(undo.look.of_patron('check-out', whose(CARDS.dana), ''))
    expect(JSON.stringify(told.band)).not.toMatch(/Warmth|Dana/)
    expect(told.undo_label).toBe(undo.offer('check-out'))
    await key(desk)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.dana })).loans).toEqual([])
  })

  test('at the idle desk names the patron who left, and undoes at the second press', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' })
    await desk.ok('desk.finish', {})
    for (const card of [CARDS.omar, CARDS.owing]) {
      await desk.scan(card)
      await desk.ok('desk.finish', {})
    }
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).toBe('')
    expect((await key(desk)).band?.heading).toBe(undo.look.of_patron('charge', whose(CARDS.dana), ''))
    expect((await key(desk)).band?.sentence).toContain(undo.whose(whose(CARDS.dana)))
    expect((await desk.scan(CARDS.dana)).patron?.owed_cents).toBe(0)
  })

  test('a late return of a cart that is finished is named by its title, and not by who had it', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    days(desk, 24)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.clock.pass(10 * 60_000)
    const told = await key(desk)
    expect(told.band?.heading).toContain('The Warmth of Other Suns')
    expect(JSON.stringify(told.band)).not.toMatch(/Dana|D\. M\./)
    await key(desk)
    expect((await desk.scan(CARDS.dana)).patron?.out_count).toBe(1)
  })

  /** A return without a fine: nothing of money tells whose it was. */
  async function returned(): Promise<TestDesk> {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    return desk
  }

  test.each<[string, (desk: TestDesk) => unknown]>([
    [
      'another patron was opened and left since',
      async (desk) => {
        await desk.scan(CARDS.omar)
        await desk.ok('desk.finish', {})
      },
    ],
    ['another patron is open', (desk) => desk.scan(CARDS.omar)],
    ['five minutes later', (desk) => desk.clock.pass(5 * 60_000 + 1)],
  ])('names a return on time before it undoes it: %s', async (_, then) => {
    const desk = await returned()
    await then(desk)
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).toBe('')
    const told = await key(desk)
    expect(told.band?.heading).toBe(undo.look.of_patron('check-in', '', 'The Warmth of Other Suns'))
    expect(JSON.stringify(told.band)).not.toMatch(/Dana|D\. M\./)
    await key(desk)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.dana })).loans).toHaveLength(1)
  })

  test('names what is nobody’s after five minutes, and undoes it at once before', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).toBe(undo.offer('check-in'))
    desk.clock.pass(5 * 60_000 + 1)
    expect((await key(desk)).band?.heading).toBe(undo.look.of_patron('check-in', '', 'The Warmth of Other Suns'))
    expect((await key(desk)).band?.heading).toBe(undo.heading('The Warmth of Other Suns'))
  })

  test('names an act on an item, which is nobody’s, by its title after five minutes', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in-house' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.clock.pass(5 * 60_000 + 1)
    expect((await key(desk)).band?.heading).toBe(undo.look.of_patron('use', '', 'The Warmth of Other Suns'))
  })

  test('undoes what was just done for the open patron at the first press', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.warmth)).patron?.out_count).toBe(1)
    expect((await key(desk)).patron?.out_count).toBe(0)
  })

  test('says that the last act cannot be undone, and undoes the one before at the second press', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const wish = { receipt: 'none', is_large_print: false, language: 'en' } as const
    await desk.ok('patron.set-preference', { commandId: desk.id(), ...wish })
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).toBe('')
    const said = await key(desk)
    expect([said.patron?.out_count, said.undo_label]).toEqual([1, undo.offer('check-out')])
    expect((await key(desk)).patron?.out_count).toBe(0)
    // That the preference comes before nothing is said too.
    expect((await key(desk)).band?.sentence).toContain(undo.look.none_before)
  })

  test('an undone row looks undone: no fine as charged, no sign, and it is on no receipt', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.notes.join(' ')).toContain('$')
    const { rows, totals } = await key(desk)
    expect(rows[0]).toMatchObject({ is_undone: true, notes: [], fact: '', kind: null })
    expect(totals.in_count).toBe(0)
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
  })
})

/** The newest act of this name, by the entry that an undo names. */
function refOf(desk: TestDesk, name: string): string {
  return momentOf(desk).acts.find((one) => one.name === name)?.ref ?? ''
}

describe('refused, and every fact stays as it was', () => {
  const REFUSED: Readonly<Record<string, readonly [code: string, act: string, then: (desk: TestDesk) => unknown]>> = {
    'a second time': ['undo-done', 'check-out', key],
    'after the library’s minutes': ['undo-too-old', 'check-out', (desk) => desk.clock.pass(60 * 60_000 + 1)],
    'a return whose item another patron has since': [
      'undo-overtaken',
      'check-in',
      async (desk) => {
        await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
        await lend(desk, CARDS.omar, ITEMS.warmth)
      },
    ],
    'a check-out of an item that was billed since': [
      'undo-overtaken',
      'check-out',
      async (desk) => {
        desk.clock.pass(59 * 60_000)
        const item_barcode = ITEMS.warmth
        await desk.scan(CARDS.dana)
        await desk.ok('desk.set-due', { commandId: desk.id(), item_barcode, due_on: '2026-12-22' })
        await desk.ok('loan.lost', { commandId: desk.id(), item_barcode, price_cents: null })
      },
    ],
  }

  test.each(Object.entries(REFUSED))('%s', async (_, [code, act, then]) => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const lent = refOf(desk, 'check-out')
    await then(desk)
    const before = momentOf(desk)
    const event = act === 'check-out' ? lent : refOf(desk, act)
    for (const commandId of [desk.id(), desk.id()]) {
      expect(await desk.call('desk.undo-act', { commandId, event })).toMatchObject({ code })
    }
    expect(momentOf(desk)).toEqual(before)
  })

  test('too old: the work log offers nothing, and the key finds nothing', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    desk.clock.pass(60 * 60_000 + 1)
    const [row] = rowsIn(await pageOf(desk, 'work-log'), 'work-log')
    expect(undoOf(row)).toBe('')
    expect(await desk.call('desk.undo', { commandId: desk.id() })).toMatchObject({ code: 'nothing-to-undo' })
  })

  test('one press that is sent twice is one undo', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await lend(desk, CARDS.dana, ITEMS.educated)
    const press = { commandId: desk.id() }
    await desk.ok('desk.undo', press)
    const once = momentOf(desk)
    await desk.ok('desk.undo', press)
    expect(momentOf(desk)).toEqual(once)
    expect(once.acts.map((one) => one.name)).toEqual(['check-out'])
  })
})
