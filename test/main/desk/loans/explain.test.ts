/** "Explain this result" on a real desk: what was recorded, what would hold now, who may lift a "no". */
import { describe, expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { ENGLISH, says, told, wayOut } from '../../../support/said.ts'
import { cents } from '../../../../shared/kernel/money.ts'

const FITS = ENGLISH.words.explain.fits
const WORDS = ENGLISH.words.pages.policy.explain

const DVD_RULE = `INSERT INTO fine_rule SELECT 'FILMS', branch_code, category_code, 'DVD', 100, per_count, per_unit,
  is_partial_unit_charged, is_closed_counted, grace_count, grace_unit, grace_kind, fine_cents_max, is_capped_at_price,
  recall_amount_cents, recall_fine_cents_max, is_grace_kept_on_recall, suspension_days_count,
  suspension_days_count_max FROM fine_rule`
const LIMITS = [
  `INSERT INTO limit_group VALUES ('VIDEO', 'Films')`,
  `INSERT INTO limit_group_type VALUES ('VIDEO', 'DVD')`,
  `INSERT INTO limit_rule VALUES ('films', '*', '*', 'group', 'VIDEO', 'patron', 'everywhere', 3)`,
]

const explaining = (also: readonly string[] = []): Promise<TestDesk> =>
  moneyDesk({ also: [DVD_RULE, ...LIMITS, ...also] })

/** The lines of a text section, or the words of a facts section. */
function linesOf(page: PageView, section_id: string): readonly string[] {
  const found = page.sections.find((one) => one.section_id === section_id)
  if (found?.kind === 'text') return found.lines
  if (found?.kind === 'facts') return found.facts.map((one) => `${one.label}: ${one.text}`)
  throw new Error(`no lines of ${section_id}: ${page.sections.map((one) => one.section_id).join(', ')}`)
}

describe('the last result', () => {
  test('lent: the rule, the closed day, what was passed over, costs and limits with their counts', async () => {
    const desk = await explaining([
      `INSERT INTO closed_day VALUES ('*', '2026-12-01', '2026-12-01', 0, 0, 'Stock-taking')`,
    ])
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.spirited)
    const page = await pageOf(desk, 'explain')
    expect(pageFaults(page)).toEqual([])
    expect(page.heading).toBe(WORDS.heading('Spirited Away'))
    expect(linesOf(page, 'result')).toEqual([
      'Rule FILM: for any branch, any category, item type DVD.',
      '7 days from Tue, Nov 24',
      'Tue, Dec 1 is closed (Stock-taking): moved to Wed, Dec 2',
    ])
    expect(linesOf(page, 'branch')).toEqual([WORDS.branch_from.desk('Maple Street')])
    expect(tableOf(page, 'loan-rules')).toEqual([
      ['FILM', 'any branch, any category, item type DVD', FITS['most-particular']],
      ['REGULAR', 'any branch, any category, any item type', FITS['no-item-type']],
    ])
    expect(tableOf(page, 'fine-rules').map(([code]) => code)).toEqual(['FILMS', 'BOOKS'])
    expect(linesOf(page, 'costs').join(' ')).toContain(`${WORDS.late}: $1.00 a day, at most $5.00`)
    expect(tableOf(page, 'limits')).toEqual([
      ['Everything', '1', '50', 'Resident adult'],
      ['Films', '1', '3', 'films'],
    ])
    expect(tableOf(page, 'renewal')[0]?.[0]).toContain('renewing would not change it')
  })

  test('refused: every "no", its class, who may lift it and the way out', async () => {
    const desk = await explaining()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.lost)
    const page = await pageOf(desk, 'explain')
    expect(tableOf(page, 'lending')).toEqual([
      [
        says('owes-too-much', { owed: cents(1200), limit: cents(1000) }),
        WORDS.kinds.impossible,
        'Supervisor, Manager',
        '{key:pay} takes a payment. Or waive it, or request an override.',
      ],
      [says('item-lost'), WORDS.kinds.decide, 'Staff, Supervisor, Manager', wayOut('item-lost')],
    ])
  })

  test('taken back late: what was charged, step by step', async () => {
    const desk = await explaining()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const page = await pageOf(desk, 'explain')
    expect(linesOf(page, 'charged 0')).toEqual([
      'Fine rule BOOKS: for any branch, any category, any item type.',
      '2 days late',
      '2 × $0.25',
    ])
  })

  test('nothing yet: there is no such page', async () => {
    const desk = await explaining()
    expect(await desk.call('desk.go', { page: { place: 'explain', about: '' } })).toMatchObject({ code: 'page-empty' })
  })
})

describe('an item', () => {
  test('that is late says the fine by now and when it is billed; a renewal that is refused says why', async () => {
    const desk = await explaining()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 25)
    await desk.scan(CARDS.dana)
    for (let renewed = 0; renewed < 2; renewed += 1) {
      await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
      days(desk, 30)
    }
    const page = await pageOf(desk, 'explain', ITEMS.warmth)
    expect(linesOf(page, 'lent')[0]).toBe('Rule REGULAR: for any branch, any category, any item type.')
    expect(linesOf(page, 'fine').at(-1)).toMatch(/× \$0\.25$/)
    expect(linesOf(page, 'loan').join(' ')).toContain(told({ code: 'billed-as-lost', on: null }).slice(0, -1))
    expect(tableOf(page, 'renewal')[0]).toEqual([
      'Renewed 2 of 2 times.',
      WORDS.kinds.impossible,
      'Supervisor, Manager',
      expect.stringContaining('It stays due'),
    ])
  })

  test('that somebody else has says nothing of them', async () => {
    const desk = await explaining()
    await lend(desk, CARDS.omar, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'explain', ITEMS.warmth)
    expect(page.sections.map((one) => one.section_id)).not.toContain('renewal')
    expect(JSON.stringify(page)).not.toMatch(/Omar|Núñez/)
    expect(tableOf(page, 'lending')[0]?.[0]).toMatch(/^Checked out to another patron/)
  })

  test('with nobody open says what each kind of patron would get', async () => {
    const desk = await explaining()
    const page = await pageOf(desk, 'explain', ITEMS.spirited)
    expect(tableOf(page, 'categories')).toEqual([
      ['Resident adult', expect.stringMatching(/^7 days, 2 renewals/), 'FILM'],
    ])
    expect(pageFaults(page)).toEqual([])
  })

  test('is reached by X from the account and from the item', async () => {
    const desk = await explaining()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const account = await pageOf(desk, 'account')
    const loans = account.sections.find((one) => one.section_id === 'loans')
    const row = loans?.kind === 'table' ? loans.rows[0] : undefined
    const of = { page: { place: 'explain', about: ITEMS.warmth } }
    expect(row?.acts.find((one) => one.key === 'X')?.call.input).toEqual(of)
    const item = await pageOf(desk, 'item', ITEMS.warmth)
    expect(item.acts.find((one) => one.key === 'X')?.call.input).toEqual(of)
  })
})
