/**
 * Random days of two clerks: what was let off, by clerk and kind, is what a model beside the program adds up, and every
 * cent that was charged is taken, let off, worked off or still owed.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashFor, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { benAtDesk, comes, BEN } from '../../support/staff.ts'

const READ = `INSERT INTO in_kind_tender VALUES ('READ', 'Read down', 'hour', 300, 1, 1, 1, 1, NULL, NULL, 1)`
/** Every day late costs as much, also one on which the library is closed. */
const FINE = { is_closed_counted: 1, fine_cents_max: null }
const A_DAY = 25
const LOAN_DAYS = 21

const act = fc.oneof(
  fc.record({
    act: fc.constant('return' as const),
    late: fc.integer({ min: 1, max: 4 }),
    dated: fc.option(fc.integer({ min: 0, max: 3 })),
    is_amnesty: fc.boolean(),
  }),
  fc.record({
    act: fc.constant('charge' as const),
    amount: fc.integer({ min: 1, max: 400 }),
    next: fc.constantFrom('owe', 'pay', 'waive', 'waive-part', 'void', 'read', 'waive-back', 'void-back'),
  }),
  fc.record({ act: fc.constant('change' as const) }),
)

/** Sums of cents by clerk and kind, that know nothing of the program. */
class Model {
  charged = 0
  taken = 0
  worked = 0
  readonly let_off = new Map<string, number>()

  off(staff: string, code: string, by: number): void {
    if (by === 0) return
    const key = `${staff} ${code}`
    this.let_off.set(key, (this.let_off.get(key) ?? 0) + by)
  }

  get sum(): number {
    return [...this.let_off.values()].reduce((all, one) => all + one, 0)
  }
}

const newest = async (desk: TestDesk): Promise<string> =>
  (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''

type Of<Name extends string> = Extract<typeof act extends fc.Arbitrary<infer One> ? One : never, { act: Name }>

/** A book that Dana had is back so many days late. Loans begin on a Tuesday and so are due on one. */
async function returns(desk: TestDesk, model: Model, staff: string, { late, dated, is_amnesty }: Of<'return'>) {
  await desk.ok('desk.mode', { mode: 'out' })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, LOAN_DAYS + late)
  await comes(desk, BEN)
  if (staff === 'RO') await rosaAt(desk)
  await desk.ok('desk.mode', { mode: 'in' })
  const back = Math.min(dated ?? 0, late)
  const on = new Date(desk.clock.now() - back * MS_PER_DAY).toISOString().slice(0, 10)
  await desk.ok('desk.modify', { back_on: back === 0 ? null : on, is_amnesty })
  await desk.scan(ITEMS.warmth)
  model.charged += late * A_DAY
  model.off(staff, 'backdated', back * A_DAY)
  if (is_amnesty) model.off(staff, 'amnesty', (late - back) * A_DAY)
  await desk.ok('desk.clear', {})
  days(desk, 7 - late)
  await comes(desk, BEN)
  if (staff === 'RO') await rosaAt(desk)
}

async function charges(desk: TestDesk, model: Model, staff: string, { amount, next }: Of<'charge'>) {
  await desk.ok('desk.mode', { mode: 'out' })
  await desk.scan(CARDS.omar)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: amount, note: '' })
  const charge_ref = await newest(desk)
  model.charged += amount
  const reason = 'first-time'
  const [way, isBack] = [next.replace('-back', ''), next.endsWith('-back')]
  if (way === 'pay') {
    await desk.ok('payment.take', { commandId: desk.id(), ...cashFor(charge_ref, amount) })
    model.taken += amount
  }
  if (way === 'read') {
    const tenders = [{ tender: 'in-kind', kind_code: 'READ', quantity_count: 80, amount_cents: null } as const]
    const whole = { ...cashFor(charge_ref, amount), charges: [{ charge_ref, amount_cents: null }], tenders }
    const by = Math.min(amount, 400)
    await desk.ok('payment.take', { commandId: desk.id(), ...whole, pay_cents: by })
    model.worked += by
  }
  if (way === 'waive' || way === 'waive-part') {
    const by = way === 'waive' ? amount : Math.ceil(amount / 2)
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: by, reason })
    if (!isBack) model.off(staff, 'waived', by)
  }
  if (way === 'void') {
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason })
    if (!isBack) model.off(staff, 'voided', amount)
  }
  if (isBack) await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.ok('desk.finish', {})
}

const owed = async (desk: TestDesk, card_barcode: string): Promise<number> =>
  (await desk.ok('patron.get', { card_barcode })).owed_cents

test('over random days what was let off is as the model has it, and every cent charged is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
      const desk = await moneyDesk({ also: [READ], fine: FINE })
      await benAtDesk(desk)
      await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
      const model = new Model()
      let staff = 'BC'
      for (const one of acts) {
        if (one.act === 'return') await returns(desk, model, staff, one)
        else if (one.act === 'charge') await charges(desk, model, staff, one)
        else {
          staff = staff === 'BC' ? 'RO' : 'BC'
          if (staff === 'RO') await rosaAt(desk)
          else await comes(desk, BEN)
        }
      }
      await rosaAt(desk)
      const { report } = await desk.ok('drawer.x', { drawer_code: '' })
      const found = report.let_off.filter(({ count }) => count > 0)
      const sums = found.map((one) => [`${one.staff_initials} ${one.code}`, one.amount_cents] as const)
      expect(new Map(sums)).toEqual(model.let_off)
      const all_owed = (await owed(desk, CARDS.dana)) + (await owed(desk, CARDS.omar))
      expect(model.taken + model.worked + model.sum + all_owed).toBe(model.charged)
      expect((await desk.ok('journal.verify', {})).problems).toEqual([])
      await desk.station.close()
    }),
    { numRuns: 8 },
  )
})
