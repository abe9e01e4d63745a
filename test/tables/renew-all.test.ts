/** What a clerk reads to a caller after "renew all": one text, each reason once, one sum of each cost. */
import { describe, expect, test } from 'vitest'
import type { CostStep } from '../../shared/circulation/fines/cost-steps.ts'
import { renewAllBand, type RenewedAll } from '../../shared/desk/words/words-renew-all.ts'
import { cents } from '../../shared/kernel/money.ts'
import { instant, localDate, type Instant } from '../../shared/kernel/time.ts'
import { parseZoneName, endOfDay } from '../../shared/kernel/zone.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { must } from '../../shared/kernel/assert.ts'
import { ENGLISH, SPANISH } from '../support/said.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
const due = (on: string): Instant => endOfDay(localDate(on), zone)
const fine = (amount: number): CostStep => ({ code: 'fine-until-now', amount_cents: cents(amount) })
const rental = (amount: number): CostStep => ({ code: 'rental-charged', amount_cents: cents(amount) })
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const onHold = refuse('renewal-hold-waits', { due: due('2026-12-04') })
const already = (on: string): Refusal => refuse('renewal-no-gain', { due: due(on) })
const owes = refuse('owes-too-much', { owed: cents(1699), limit: cents(1000) })

type Row = {
  readonly name: string
  readonly all: Partial<RenewedAll>
  readonly en: string
  readonly es: string
  readonly outcome?: 'stop'
}

const ROWS: readonly Row[] = [
  { name: 'nothing out', all: {}, en: 'Nothing to renew', es: 'No hay nada que renovar' },
  {
    name: 'some, and six not',
    all: {
      due_at: times(3, due('2026-12-18')),
      costs: [fine(150), fine(150), fine(150)],
      refused: [already('2026-12-18'), onHold, ...times(4, already('2026-12-18'))],
    },
    en:
      '3 renewed until Fri, Dec 18. 6 not renewed: 1 on hold for another patron, 5 already due Fri, Dec 18. ' +
      'Overdue fines charged: $4.50.',
    es:
      '3 renovados hasta el vie, 18 de dic. 6 sin renovar: 1 reservado por otro usuario, ' +
      '5 ya vencen el vie, 18 de dic. Multas cobradas por atraso: $4.50.',
  },
  {
    name: 'two dates, and a rental',
    all: { due_at: [due('2026-12-18'), due('2026-12-11'), due('2026-12-18')], costs: [rental(100), rental(50)] },
    en: '3 renewed. 1 until Fri, Dec 11, 2 until Fri, Dec 18. Rental charged: $1.50.',
    es: '3 renovados. 1 hasta el vie, 11 de dic, 2 hasta el vie, 18 de dic. Alquiler cobrado: $1.50.',
  },
  {
    name: 'an hour of today',
    all: { due_at: [instant(due('2026-11-24') - 4 * 3_600_000)] },
    en: '1 renewed until 7:59 PM',
    es: '1 renovado hasta las 7:59 p.m.',
  },
  {
    name: 'all of it lent today: nothing is wrong',
    all: { refused: times(2, already('2026-12-18')) },
    en: 'Nothing renewed. 2 already due Fri, Dec 18.',
    es: 'No se renovó nada. 2 ya vencen el vie, 18 de dic.',
  },
  {
    name: 'many dates that stay',
    all: { refused: ['2026-12-18', '2026-12-04', '2026-12-11'].map(already) },
    en: 'Nothing renewed. 3 already due between Fri, Dec 4 and Fri, Dec 18.',
    es: 'No se renovó nada. 3 ya vencen entre el vie, 4 de dic y el vie, 18 de dic.',
  },
  {
    name: 'the account blocks all of them: said once',
    all: { refused: times(9, owes) },
    outcome: 'stop',
    en: 'Nothing renewed. 9 not renewed. Owes $16.99 (limit $10.00). Checkout is blocked.',
    es: 'No se renovó nada. 9 sin renovar. Debe $16.99 (límite: $10.00). No se puede prestar.',
  },
]

describe('renew all, read to a caller', () => {
  test.each(ROWS)('$name', ({ all, en, es, outcome = 'done' }) => {
    const result: RenewedAll = { due_at: [], costs: [], refused: [], ...all }
    const texts = [ENGLISH, SPANISH].map((speech) => {
      const band = renewAllBand(speech, result)
      expect(band.outcome).toBe(outcome)
      return [band.heading, band.sentence].filter((part) => part !== '').join('. ')
    })
    expect(texts).toEqual([en, es])
  })

  test('a voice says the same, with the day in full', () => {
    const { spoken } = renewAllBand(ENGLISH, {
      due_at: times(3, due('2026-12-18')),
      costs: [fine(450)],
      refused: [onHold],
    })
    expect(spoken).toBe(
      '3 renewed until December 18. 1 not renewed: on hold for another patron. Overdue fines charged: $4.50.',
    )
  })
})
