/** Acts of a busy shift, each told by a few numbers, for histories at random. An act that is refused does nothing. */
import fc from 'fast-check'
import type { DeskMode } from '../../../shared/desk/screen.ts'
import type { Input, MethodName } from '../../../shared/ipc/contract.ts'
import type { TestDesk } from './desk.ts'
import { CARDS, ITEMS } from './small-library.ts'
import { PATRON_FIELDS, type PatronField } from '../../../shared/kernel/patron-field.ts'
import { cardNumber } from '../../../shared/patron/card-numbers.ts'

const PEOPLE = [CARDS.dana, CARDS.omar, CARDS.owing] as const
const THINGS = [ITEMS.warmth, ITEMS.educated, ITEMS.spirited, ITEMS.north] as const

export type ShiftAct = {
  readonly what: keyof typeof ACTS
  readonly who: number
  readonly thing: number
  /** Which of several, or how much. */
  readonly which: number
}

type Given = { readonly desk: TestDesk; readonly card: string; readonly item: string; readonly which: number }

function of<One>(list: readonly One[], at: number): One | undefined {
  return list[at % Math.max(1, list.length)]
}

async function tell<Name extends MethodName>(
  { desk }: Given,
  name: Name,
  input: Omit<Input<Name>, 'commandId'>,
): Promise<void> {
  await desk.call(name, { commandId: desk.id(), ...input } as never)
}

/** Opens the account, and does the rest there. */
const open = (work: (given: Given) => Promise<void>) => async (given: Given) => {
  await given.desk.scan(given.card)
  await work(given)
}

async function scanIn(mode: DeskMode, { desk, item }: Given): Promise<void> {
  await desk.ok('desk.mode', { mode })
  await desk.scan(item)
}

async function answerAll({ desk, which }: Given): Promise<void> {
  for (let asked = 0; asked < 3; asked += 1) {
    const { snapshot } = await desk.ok('desk.snapshot', {})
    const row = snapshot.rows.find((one) => one.choices.length > 0)
    if (!row) return
    const key = of(row.choices, which)?.key ?? '0'
    await desk.call('desk.answer', { commandId: desk.id(), row_id: row.row_id, key })
  }
}

/** What lies in the library's files, asked of the desk as its pages do. */
async function refs({ desk }: Given, page: 'account' | 'tasks', method: MethodName, name: string): Promise<string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: page, about: '' } })
  const tables = snapshot.page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])) ?? []
  const acts = tables.flatMap((row) => row.acts).filter((one) => one.call.method === method)
  await desk.ok('desk.back', {})
  return [...new Set(acts.map((one) => String(one.call.input[name])))]
}

async function holdsOf({ desk, card }: Given): Promise<readonly string[]> {
  return (await desk.ok('hold.of-patron', { card_barcode: card })).holds.map((one) => one.hold_ref)
}

async function charges({ desk }: Given): Promise<readonly string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const ids = snapshot.page?.sections.flatMap((one) =>
    one.kind === 'table' && one.section_id === 'charges' ? one.rows.map((row) => row.row_id.split(' ')[1] ?? '') : [],
  )
  await desk.ok('desk.back', {})
  return ids ?? []
}

const hold = (method: 'hold.suspend' | 'hold.resume' | 'hold.cancel' | 'hold.move' | 'hold.edit', rest: object) =>
  open(async (given: Given) => {
    const hold_ref = of(await holdsOf(given), given.which)
    if (hold_ref !== undefined) await tell(given, method, { hold_ref, ...rest })
  })

const charge = (method: 'charge.waive' | 'charge.void', amount: (which: number) => object) =>
  open(async (given: Given) => {
    const charge_ref = of(await charges(given), given.which)
    if (charge_ref !== undefined) {
      await tell(given, method, { charge_ref, reason: 'hardship', ...amount(given.which) })
    }
  })

const compared = (method: 'patron.tell-apart' | 'patron.merge', rest: object) =>
  open(async (given: Given) => {
    const other_patron_id = of([1, 2, 5], given.which) ?? 1
    await given.desk.call('patron.compare', { patron_id: other_patron_id, barcode: '' })
    await tell(given, method, { other_patron_id, ...rest })
  })

const NO_FEE = { household_count: null, basis_cents: null, home_expires_on: null }
const BLANK = Object.fromEntries(PATRON_FIELDS.map((field) => [field, null])) as Record<PatronField, null>
const TYPED = { ...BLANK, surname: 'Park', city: 'Deerfield', postal_code: '60015' }

/** A printed card; one that somebody has is refused. */
function cardOf({ which }: Given): string {
  return cardNumber(String(2_123_400_060_000 + which), 'mod-10')
}

/** Another person each time: one alike is refused. */
function registrationOf(given: Given): Omit<Input<'patron.register'>, 'commandId'> {
  const name = of(['Ada', 'Bo', 'Cy', 'Di'], given.which) ?? ''
  const said = {
    category_code: 'ADULT',
    barcode: cardOf(given),
    proofs: {},
    family_of: null,
    another_because: '',
  } as const
  return { typed: { ...TYPED, given: name, born_on: `19${60 + given.which}-02-03` }, ...said, ...NO_FEE }
}

const ACTS = {
  'check-out': open(async (given) => {
    await given.desk.scan(given.item)
    await answerAll(given)
  }),
  'check-in': async (given: Given) => {
    await scanIn('in', given)
    await answerAll(given)
  },
  'check-in only': (given: Given) => scanIn('in', given),
  'book drop': async (given: Given) => {
    await given.desk.ok('desk.mode', { mode: 'in' })
    await given.desk.ok('desk.modify', { is_book_drop: true })
    await given.desk.scan(given.item)
    await given.desk.ok('desk.modify', { is_book_drop: false })
  },
  amnesty: async (given: Given) => {
    await given.desk.ok('desk.mode', { mode: 'in' })
    await given.desk.ok('desk.modify', { is_amnesty: true })
    await given.desk.scan(given.item)
    await given.desk.ok('desk.modify', { is_amnesty: false })
  },
  renew: open((given) => tell(given, 'desk.renew', { item_barcode: given.item })),
  'renew and override': open(async (given) => {
    await tell(given, 'desk.renew', { item_barcode: given.item })
    await answerAll(given)
  }),
  'renew all': open((given) => tell(given, 'desk.renew-all', {})),
  'set due': open((given) =>
    tell(given, 'desk.set-due', {
      item_barcode: given.item,
      due_on: of(['2027-01-12', '2027-01-19'], given.which) ?? '',
    }),
  ),
  recall: (given: Given) => tell(given, 'desk.recall', { item_barcode: given.item }),
  lost: open((given) =>
    tell(given, 'loan.lost', { item_barcode: given.item, price_cents: of([null, 1500], given.which) ?? null }),
  ),
  damaged: (given: Given) =>
    tell(given, 'item.damaged', {
      item_barcode: given.item,
      part: '',
      is_beyond_use: given.which % 2 === 0,
      amount_cents: 400,
      note: '',
    }),
  claim: open((given) =>
    tell(given, 'claim.make', {
      item_barcode: given.item,
      claim: of(['returned', 'never-had'] as const, given.which) ?? 'returned',
      claimed_on: null,
    }),
  ),
  'claim checked': async (given: Given) => {
    const claim_ref = of(await refs(given, 'tasks', 'claim.check', 'claim_ref'), given.which)
    if (claim_ref !== undefined) await tell(given, 'claim.check', { claim_ref })
  },
  'claim ended': async (given: Given) => {
    const claim_ref = of(await refs(given, 'tasks', 'claim.end', 'claim_ref'), given.which)
    const reason = of(['found', 'withdrawn', 'billed', 'given-up'] as const, given.which) ?? 'found'
    if (claim_ref !== undefined) await tell(given, 'claim.end', { claim_ref, reason })
  },
  'return answered': async (given: Given) => {
    const { snapshot } = await given.desk.ok('desk.go', { page: { place: 'tasks', about: '' } })
    const rows = snapshot.page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])) ?? []
    const acts = rows.flatMap((row) => row.acts).filter((one) => one.call.method === 'return.answer')
    await given.desk.ok('desk.back', {})
    const act = of(acts, given.which)
    if (act) await tell(given, 'return.answer', act.call.input as never)
  },
  charge: open((given) =>
    tell(given, 'charge.add', { fee_code: '', amount_cents: 150 * (1 + (given.which % 4)), note: '' }),
  ),
  waive: charge('charge.waive', (which) => ({ amount_cents: of([null, 50, 100], which) ?? null })),
  void: charge('charge.void', () => ({})),
  'apply credit': open((given) => tell(given, 'charge.apply-credit', {})),
  hold: open((given) =>
    tell(given, 'hold.place', {
      title_id: null,
      item_barcode: given.item,
      is_item_hold: given.which % 2 === 0,
      pickup_branch: of(['MAPLE', 'NORTH'], given.which >> 1) ?? 'MAPLE',
      expires_on: null,
      overridden: ['hold-on-shelf', 'hold-has-it'],
    }),
  ),
  'hold suspended': hold('hold.suspend', { until_on: null }),
  'hold resumed': hold('hold.resume', {}),
  'hold canceled': hold('hold.cancel', {}),
  'hold moved': hold('hold.move', { pickup_branch: 'NORTH' }),
  'hold edited': hold('hold.edit', { until_on: '2027-03-01' }),
  'hold not found': (given: Given) =>
    tell(given, 'hold.not-found', {
      item_barcode: given.item,
      status: of(['missing', 'trace'] as const, given.which) ?? 'trace',
    }),
  marked: (given: Given) =>
    tell(given, 'item.mark', {
      item_barcode: given.item,
      status: of(['available', 'missing', 'damaged', 'reference'] as const, given.which) ?? 'missing',
      note: '',
    }),
  edited: (given: Given) =>
    tell(given, 'item.edit', {
      item_barcode: given.item,
      item_type_code: of(['BOOK', 'DVD'], given.which) ?? 'BOOK',
      home_branch: of(['MAPLE', 'NORTH'], given.which >> 1) ?? 'MAPLE',
      call_number: `F ${given.which}`,
      location: 'Adult',
      price_cents: 1000,
      note: '',
    }),
  note: open((given) => tell(given, 'note.write', { text: 'Call back', kind: 'note', until_on: null })),
  'used here': (given: Given) => scanIn('in-house', given),
  registered: (given: Given) => tell(given, 'patron.register', registrationOf(given)),
  'patron edited': open((given) =>
    tell(given, 'patron.edit', {
      typed: { ...TYPED, given: of(['Dana', 'Noor', 'Lee'], given.which) ?? '', street: `${given.which} Elm St` },
      category_code: 'ADULT',
      name_proof: 'spelling',
    }),
  ),
  'card renewed': open((given) => tell(given, 'card.renew', { is_address_checked: true, ...NO_FEE })),
  // Dana and who has become a child of hers by then; refused as a whole where one of them has not.
  'family renewed': open((given) =>
    tell(given, 'card.renew-family', {
      members: { 1: true, [(given.which % 5) + 1]: true },
      checked: { 1: true, [(given.which % 5) + 1]: true },
      home: {},
      household_count: null,
      basis_cents: null,
    }),
  ),
  'card replaced': open((given) =>
    tell(given, 'card.replace', {
      reason: of(['lost', 'worn', 'extra'] as const, given.which) ?? 'worn',
      which: 'all',
      barcode: cardOf(given),
    }),
  ),
  'card lost': open((given) => tell(given, 'card.lose', { which: 'all' })),
  'guardian linked': open((given) => tell(given, 'guardian.link', { barcode: of(PEOPLE, given.which) ?? '' })),
  'guardianship ended': open((given) => tell(given, 'guardian.end', { is_unguarded_meant: true })),
  'family linked': open((given) => tell(given, 'family.link', { barcode: of(PEOPLE, given.which) ?? '' })),
  'family link ended': open((given) => tell(given, 'family.end', { other_patron_id: (given.which % 5) + 1 })),
  'record checked': open((given) =>
    tell(given, 'patron.check', {
      what: of(['mail', 'mail', 'address', 'registration'] as const, given.which) ?? 'mail',
    }),
  ),
  'told apart': compared('patron.tell-apart', {}),
  merged: compared('patron.merge', { turned: ['surname', 'card'] }),
} as const

const number = fc.nat({ max: 11 })

/** Loans and returns come more often than the rest: the others need them. */
const OFTEN = ['check-out', 'check-out', 'check-out', 'check-in', 'check-in', 'hold', 'lost', 'claim'] as const

export const shiftActs: fc.Arbitrary<ShiftAct> = fc.record({
  what: fc.constantFrom(...OFTEN, ...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
  who: number,
  thing: number,
  which: number,
})

/** Esc on the empty line; what waits for an answer is left. */
async function cleared(desk: TestDesk): Promise<void> {
  while ((await desk.call('desk.clear', {})).kind !== 'ok') {
    const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
    const row = rows.find((one) => one.choices.length > 0)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: row?.row_id ?? '', key: '0' })
  }
}

export async function doAct(desk: TestDesk, { what, who, thing, which }: ShiftAct): Promise<void> {
  await cleared(desk)
  await ACTS[what]({ desk, card: of(PEOPLE, who) ?? '', item: of(THINGS, thing) ?? '', which })
  await cleared(desk)
}
