/** Each kind of return on a real desk: its kind on band and row, all of it for a voice, and the slip it promises. */
import { describe, expect, test } from 'vitest'
import { ENGLISH } from '../../../support/said.ts'
import { KIND_TABLE } from '../../../../shared/desk/outcome-kinds.ts'
import type { DeskSnapshot, OutcomeKind } from '../../../../shared/desk/screen.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'

const LOST_MONEY = { also: [`UPDATE item SET price_cents = 2400 WHERE barcode = '${ITEMS.warmth}'`] }

async function takeBack(desk: TestDesk, barcode: string): Promise<DeskSnapshot> {
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'in' })
  return desk.scan(barcode)
}

async function marked(status: string): Promise<TestDesk> {
  return moneyDesk({ also: [`UPDATE item SET status = '${status}' WHERE barcode = '${ITEMS.warmth}'`] })
}

type Case = {
  readonly kind: OutcomeKind
  /** Makes a desk at which the item is about to come back so. */
  readonly make: () => Promise<TestDesk>
  readonly item: string
  /** It asks first, and is of its kind once this key has answered. */
  readonly key?: string
  /** What a voice says, in this order. */
  readonly spoken: string
  readonly slip: string | null
}

const CASES: readonly Case[] = [
  {
    kind: 'hold',
    make: async () => {
      const desk = await moneyDesk()
      const asked = { card_barcode: CARDS.omar, title_id: 1, item_barcode: null, pickup_branch: 'MAPLE' }
      await lend(desk, CARDS.dana, ITEMS.warmth)
      await desk.ok('hold.place-for', { commandId: desk.id(), ...asked })
      return desk
    },
    item: ITEMS.warmth,
    spoken: 'The Warmth of Other Suns. On hold here. To the hold shelf: it is on hold for pickup here.',
    slip: 'hold-slip',
  },
  {
    kind: 'transit',
    make: () => moneyDesk(),
    item: ITEMS.north,
    spoken: 'Goodnight Moon. For another branch. Send it to North Branch: it belongs there.',
    slip: 'transit-slip',
  },
  {
    kind: 'damaged',
    make: () => marked('damaged'),
    item: ITEMS.warmth,
    spoken: 'The Warmth of Other Suns. Damaged. Set it aside: it is marked damaged.',
    slip: 'item-slip',
  },
  {
    kind: 'withdrawn',
    make: () => marked('withdrawn'),
    item: ITEMS.warmth,
    spoken: 'The Warmth of Other Suns. Withdrawn. Set it aside: it is marked withdrawn.',
    slip: null,
  },
  {
    kind: 'lost-found',
    make: async () => {
      const desk = await moneyDesk(LOST_MONEY)
      await lend(desk, CARDS.dana, ITEMS.warmth)
      await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
      return desk
    },
    item: ITEMS.warmth,
    spoken: 'The Warmth of Other Suns. Lost, now found. Reshelve. It was lost, now found.',
    slip: null,
  },
  {
    kind: 'claim-found',
    make: async () => {
      const desk = await moneyDesk()
      await lend(desk, CARDS.dana, ITEMS.warmth)
      days(desk, 22)
      const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: null } as const
      await desk.ok('claim.make', { commandId: desk.id(), ...claim })
      return desk
    },
    item: ITEMS.warmth,
    key: '1',
    spoken: 'The Warmth of Other Suns. Claimed, now found. Found on our shelf. Claim confirmed: no fine.',
    slip: null,
  },
  {
    kind: 'missing-found',
    make: () => marked('missing'),
    item: ITEMS.warmth,
    spoken: 'The Warmth of Other Suns. Missing, now found. Reshelve. It was not checked out.',
    slip: null,
  },
  {
    kind: 'not-out',
    make: () => moneyDesk(),
    item: ITEMS.warmth,
    spoken:
      'The Warmth of Other Suns. Was not checked out. Reshelve. It was not checked out. No patron account changes.',
    slip: null,
  },
  {
    kind: 'unknown',
    make: () => moneyDesk(),
    item: '31234000999999',
    spoken: 'Item 31234000999999 not found (',
    slip: null,
  },
]

describe('a return that is no plain one', () => {
  test.each(CASES)('$kind', async ({ kind, make, item, key = '', spoken, slip }) => {
    const desk = await make()
    const back = await takeBack(desk, item)
    const { band, rows, papers } = key === '' ? back : await answer(desk, key)
    const { outcome } = KIND_TABLE[kind]
    const { next } = ENGLISH.words.screen.kinds[kind]
    expect({ outcome: band?.outcome, kind: band?.kind }).toEqual({ outcome, kind })
    expect({ outcome: rows[0]?.outcome, kind: rows[0]?.kind }).toEqual({ outcome, kind })
    expect(band?.spoken).toContain(spoken)
    if (kind !== 'unknown') expect(band?.spoken).toContain(`${next}.`)
    expect(papers.map((paper) => paper.kind)).toEqual(slip === null ? [] : [slip])
  })

  test('a plain return has no kind, and a voice says the fine', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    const { band, rows } = await takeBack(desk, ITEMS.warmth)
    expect(band).toMatchObject({ outcome: 'done', kind: null })
    expect(rows[0]?.kind).toBeNull()
    expect(band?.spoken).toMatch(/^The Warmth of Other Suns\. Reshelve\. 3 days late\. Fine \$0\.\d\d\.$/)
  })
})

describe('the slip of what a person says of a thing', () => {
  test('damage charged: a repair slip with the part, and nothing that was written about the charge', async () => {
    const desk = await moneyDesk(LOST_MONEY)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await takeBack(desk, ITEMS.warmth)
    const damage = { item_barcode: ITEMS.warmth, part: '', is_beyond_use: false, amount_cents: 500, note: 'Her dog' }
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const { snapshot } = await desk.ok('item.damaged', { commandId: desk.id(), ...damage })
    expect(snapshot.papers.map((paper) => paper.kind)).toEqual(['item-slip'])
    expect(JSON.stringify(snapshot.papers)).toContain('This item is damaged.')
    expect(JSON.stringify(snapshot.papers)).not.toContain('dog')
    expect(JSON.stringify(snapshot.papers)).not.toContain('Miller')
  })

  test('marked damaged with a note about the item: it stands on the slip', async () => {
    const desk = await moneyDesk()
    const mark = { item_barcode: ITEMS.warmth, status: 'damaged', note: 'Water on pages 40 to 60' } as const
    const { snapshot } = await desk.ok('item.mark', { commandId: desk.id(), ...mark })
    expect(JSON.stringify(snapshot.papers)).toContain('Water on pages 40 to 60')
  })

  test('claimed returned: a slip with the days to look, had by F9 while the account is open, as no copy', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: null } as const
    const { snapshot } = await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    expect(snapshot.band?.sentence).toContain(`${en.outcomes.money.slip}.`)
    expect(snapshot.papers).toEqual([])
    const shown = JSON.stringify((await desk.ok('paper.again', { paper_id: '' })).snapshot.page)
    expect(shown).toContain('Shelf check')
    expect(shown).toContain('Tue, Nov 24')
    expect(shown).toContain('Wed, Dec 9')
    expect(shown).not.toContain('COPY')
    expect(shown).not.toContain('Miller')
  })
})

test('sent to another branch and scanned here again, on the next cart: on its way, and not arrived', async () => {
  const desk = await moneyDesk()
  expect((await takeBack(desk, ITEMS.north)).band?.sentence).not.toContain('on its way')
  await desk.ok('desk.clear', {})
  const again = (await takeBack(desk, ITEMS.north)).band?.sentence
  expect(again).toContain('It was not checked out. It was in transit.')
  expect(again).not.toContain('arrived')
})
