/** A fine rule seen while it is typed: the curve of the form's values, and of the rule on its page. Saves nothing. */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'

type Values = Input<'policy.fine-preview'>['values']

/** As the form sends it before anything is chosen. */
const BLANK: Values = { branch_code: null, category_code: null, item_type_code: null }
const DAILY: Values = { ...BLANK, amount_cents: 50, per_count: 1, per_unit: 'days', fine_cents_max: 1000 }

async function shown(desk: TestDesk, values: Values): Promise<readonly unknown[]> {
  const { lines, picture } = await desk.ok('policy.fine-preview', { values })
  return [
    lines.map(({ text }) => text.match(/\$\d+\.\d\d/g)).join(),
    picture?.points[1]?.amount_cents,
    picture?.late_max,
  ]
}

describe('the preview of a fine rule', () => {
  test.each<[string, Values, readonly unknown[]]>([
    ['50¢ a day', DAILY, ['$0.50,$10.00', 50, 26]],
    ['$50.00 typed for it', { ...DAILY, amount_cents: 5000 }, ['$10.00,$10.00', 1000, 14]],
    ['no maximum', { ...DAILY, fine_cents_max: null }, ['$0.50,$15.00', 50, 30]],
    ['nothing charged', { ...DAILY, amount_cents: 0 }, ['', undefined, 30]],
    ['no amount yet', { ...DAILY, amount_cents: null }, ['', undefined, undefined]],
  ])('%s', async (_, values, says) => {
    expect(await shown(await moneyDesk(), values)).toEqual(says)
  })

  test('is that of the form, and the page shows the rule as it is', async () => {
    const page = await pageOf(await moneyDesk(), 'policy-row', 'fine_rule/BOOKS')
    expect(pageFaults(page)).toEqual([])
    expect(page.enter?.preview?.method).toBe('policy.fine-preview')
    const curve = page.sections.find((one) => one.kind === 'curve')
    expect(curve?.kind === 'curve' && curve.rows.length).toBeGreaterThan(1)
  })
})
