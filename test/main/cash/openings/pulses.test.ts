/** Which acts at a real desk have the drawer opened: one pulse, with the entry that is its cause. */
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { drawerDesk, pulsesOn } from '../../support/drawer-desk.ts'
import { closing, countAll, receiving } from '../../support/closing-desk.ts'
import { pageOf, safeCounted } from '../../support/money-desk.ts'
import { benAtDesk } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'

const HERE = { drawer_code: '' }
const id = (desk: TestDesk) => ({ commandId: desk.id(), ...HERE })

type Tenders = Input<'payment.take'>['tenders']
const take = (desk: TestDesk, tenders: Tenders) =>
  desk.ok('payment.take', {
    ...id(desk),
    charges: [{ charge_ref: 'c1', amount_cents: 100 }],
    pay_cents: null,
    sales: [],
    tenders,
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
const CASH: Tenders = [{ tender: 'cash', tendered_cents: 100 }]
const CARD: Tenders = [{ tender: 'card', amount_cents: 100, authorization: 'A1', last_four: '4242' }]
const CHECK: Tenders = [{ tender: 'check', amount_cents: 100, check_number: '1042' }]
const SAFE = { way: 'out', place: 'safe', pieces: null, total_cents: 2000, bag_number: '' } as const
const NOBODY = { receiver_code: '', receiver_cents: null } as const
const unlock = (desk: TestDesk, what: Input<'drawer.unlock'>['what']) => desk.ok('drawer.unlock', { ...id(desk), what })
const pulse = (desk: TestDesk, reason: Input<'drawer.pulse'>['reason']) =>
  desk.ok('drawer.pulse', { commandId: desk.id(), drawer_code: 'DRAWER-1', reason, of_ref: '' })

const opened = async (desk: TestDesk) => {
  await safeCounted(desk)
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 10_000 })
}

/** The act, and the entries after the opening of the session that have the drawer opened. */
const ACTS: readonly (readonly [string, (desk: TestDesk) => Promise<unknown>, readonly string[]])[] = [
  ['a payment in cash', (desk) => take(desk, CASH), ['receipt-made']],
  ['a payment by check', (desk) => take(desk, CHECK), ['receipt-made']],
  ['a payment by card', (desk) => take(desk, CARD), []],
  ['a safe drop', (desk) => desk.ok('drawer.place', { ...id(desk), ...SAFE, ...NOBODY }), ['cash-placed']],
  [
    'postage',
    (desk) => desk.ok('drawer.pay', { ...id(desk), way: 'out', reason: 'POSTAGE', amount_cents: 60 }),
    ['cash-paid'],
  ],
  ['making change', (desk) => unlock(desk, { purpose: 'make-change', amount_cents: 2000 }), ['drawer-unlocked']],
  ['no sale', (desk) => unlock(desk, { purpose: 'no-sale', reason: 'STUCK' }), ['drawer-unlocked']],
  ['to try it', (desk) => pulse(desk, 'test'), ['drawer-pulsed']],
  ['to count', (desk) => pulse(desk, 'count'), ['drawer-pulsed']],
  [
    'a count',
    (desk) => desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 10_000 }),
    [],
  ],
  ['a drawer that rests', (desk) => desk.ok('drawer.custody', { ...id(desk), what: { reason: 'suspend' } }), []],
  [
    'the close',
    async (desk) => {
      await countAll(desk, 10_000)
      await desk.ok('drawer.close', closing(desk))
    },
    ['drawer-closed'],
  ],
  [
    'a hand-over',
    async (desk) => {
      await countAll(desk, 10_000)
      await benAtDesk(desk)
      await desk.ok('drawer.receive', receiving(desk, 10_000))
      await desk.ok('drawer.hand-over', { ...id(desk), reason: '', note: '' })
    },
    ['drawer-opened'],
  ],
]

test.each(ACTS)('%s', async (_, act, causes) => {
  const { desk } = await drawerDesk()
  await opened(desk)
  await act(desk)
  const found = await pulsesOn(desk)
  expect(found.map(({ kind, job_number }) => [kind, job_number])).toEqual(
    ['drawer-opened', ...causes].map((kind) => [kind, 0]),
  )
})

test('a card opens it where the library keeps the slips in there', async () => {
  const { desk } = await drawerDesk({ settings: { is_drawer_opened_for_card: 'yes' } })
  await opened(desk)
  await take(desk, CARD)
  expect((await pulsesOn(desk)).map(({ kind }) => kind)).toEqual(['drawer-opened', 'receipt-made'])
})

test('a command that is sent twice opens it once', async () => {
  const { desk } = await drawerDesk()
  await opened(desk)
  const command = { commandId: desk.id(), ...HERE, what: { purpose: 'no-sale', reason: 'STUCK' } } as const
  await desk.ok('drawer.unlock', command)
  await desk.ok('drawer.unlock', command)
  expect((await pulsesOn(desk)).map(({ kind }) => kind)).toEqual(['drawer-opened', 'drawer-unlocked'])
})

test('a drawer that no device of this desk opens gets no pulse, and its acts are as they were', async () => {
  const { desk } = await drawerDesk({}, [])
  await opened(desk)
  await take(desk, CASH)
  const pulsed = { commandId: desk.id(), drawer_code: 'DRAWER-1', reason: 'test', of_ref: '' } as const
  expect(await desk.call('drawer.pulse', pulsed)).toMatchObject({ kind: 'refused', code: 'drawer-without-device' })
  expect(await pulsesOn(desk)).toEqual([])
})

test('a drawer can be tried before any session of it was opened', async () => {
  const { desk } = await drawerDesk()
  await pulse(desk, 'test')
  expect((await pulsesOn(desk)).map(({ kind }) => kind)).toEqual(['drawer-pulsed'])
})

test('a refused act opens nothing', async () => {
  const { desk } = await drawerDesk()
  await opened(desk)
  const much = { ...id(desk), ...SAFE, ...NOBODY, total_cents: 1_000_000 }
  expect(await desk.call('drawer.place', much)).toMatchObject({ kind: 'refused' })
  expect((await pulsesOn(desk)).map(({ kind }) => kind)).toEqual(['drawer-opened'])
})

/** How often the page of the drawer and the X say that it was opened without a sale. */
async function openings(desk: TestDesk): Promise<readonly number[]> {
  const { sections } = await pageOf(desk, 'drawer', 'open DRAWER-1')
  const facts = sections.flatMap((one) => (one.kind === 'facts' ? one.facts : []))
  const said = facts.find(({ label }) => label === en.pages.drawer.openings)?.text ?? '0'
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  return [Number(said), report.counts.no_sales_count]
}

test('to count it, by who then counts it, is no opening without a sale, on the page as on the X', async () => {
  const { desk } = await drawerDesk()
  await opened(desk)
  await pulse(desk, 'count')
  expect(await openings(desk)).toEqual([1, 1])
  await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 10_000 })
  expect(await openings(desk)).toEqual([0, 0])
  await pulse(desk, 'test')
  await unlock(desk, { purpose: 'make-change', amount_cents: 2000 })
  await unlock(desk, { purpose: 'no-sale', reason: 'STUCK' })
  expect(await openings(desk)).toEqual([2, 2])
})
