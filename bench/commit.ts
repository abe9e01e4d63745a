/**
 * The cost of a durable check-out: beside one appended line with `fdatasync`, and beside the same statements as bare
 * prepared SQLite. All in one run, alternating, so that the machine's moods affect each alike.
 */
import { openJournal } from '../main/journal/open.ts'
import { readAccount } from '../main/circulation/accounts/account.ts'
import { findItem, here } from '../main/library/here.ts'
import { checkOut } from '../main/circulation/loans/lend.ts'
import { DeviceBoard } from '../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../main/desk/desk.ts'
import { commandOf } from '../main/library/command.ts'
import { DeskClock } from '../main/library/desk-clock.ts'
import { Library } from '../main/library/library.ts'
import { openStore, type Store } from '../main/store/store.ts'
import { EMPTY_SESSION } from '../shared/desk/session/session.ts'
import type { SealedStep } from '../shared/journal/events/due-steps.ts'
import { must } from '../shared/kernel/assert.ts'
import { branchCode, commandId, patronId, staffCode, type ItemId } from '../shared/kernel/ids.ts'
import { benchClock, KEY, monotonic_ms, QUICK_PIN_COST } from './support/bench-desk.ts'
import { BareAppend } from './support/bare-append.ts'
import { countText, median, msText, percentText, timed, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems, freePatron, itemOf } from './support/made-library.ts'
import { bareCheckOut, bareOneRow, type Asked, type Lending } from './support/bare-sqlite.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'
import type { Actor } from '../main/library/actor.ts'
import { actorOf } from '../main/desk/desk.ts'

const random = seeded(31)
const COUNTED = {
  period_count: 21,
  unit: 'days',
  from_on: '2026-11-24',
  renewal_number: 0,
  is_from_due: false,
} as const
const CLOSED = { closed_on: '2026-12-15', is_weekly: false, reason: 'Staff day', to_on: '2026-12-16' } as const
const STEPS: SealedStep[] = [
  { code: 'days-from', ...COUNTED },
  { code: 'closed-day', ...CLOSED },
]

export function asked(size: Size, item: number): Asked {
  const at = benchClock.now()
  const occasion = {
    command_id: commandId(at, random),
    request_hash: random.bytes(8),
    at,
    staff: staffCode('rortiz'),
    branch: branchCode('MAPLE'),
  }
  const body = {
    item_barcode: itemOf(item),
    due_at_ms: at + 21 * 86_400_000,
    rule_code: 'REGULAR',
    item_type_code: 'BOOK',
    overridden: [],
    approvals: [],
    steps: STEPS,
  }
  const draft: Lending = { kind: 'item-checked-out', body }
  const parties = new Map([[draft, patronId(freePatron(size, random))]])
  return { occasion, draft, parties, known: new Map([[body.item_barcode, item as ItemId]]) }
}

/** A desk with a manager signed in and no station around it. */
export function deskOf(store: Store): Desk {
  const journal = openJournal(store, benchClock.now(), random, false)
  const clock = new DeskClock(benchClock, monotonic_ms, journal.head.at)
  const staff = { staff_code: staffCode('rortiz'), name: 'Rosa Ortiz', initials: 'RO', role: 'manager' } as const
  const session = { ...EMPTY_SESSION, staff }
  const library = new Library({
    store,
    journal,
    clock,
    random,
    measurePinCost: () => QUICK_PIN_COST,
    key_kept: 'sealed',
  })
  return { library, devices: new DeviceBoard(), session, approved: null, carryOut: () => null }
}

/** The whole service: reads the account and the item, asks the rules, records the event. */
export function lend(library: Library, actor: Actor, patron: number, barcode: string): void {
  const command = commandOf('loan.check-out', { commandId: commandId(benchClock.now(), random) })
  const account = must(readAccount(library, patronId(patron), here(library).today), 'a patron of the library')
  const item = must(findItem(library, barcode), 'an item of the library')
  const done = checkOut(library, actor, command, { account, item, overrides: [] })
  if (done.kind === 'refused') throw new Error(`refused: ${JSON.stringify(done.refusals)}`)
}

type Contestant = { readonly name: string; readonly run: (items: readonly number[]) => number }

export function benchCommit(size: Size): Figure[] {
  const ours = copyLibrary(size, 'commit')
  const store = openStore(ours, KEY)
  const bareStore = openStore(copyLibrary(size, 'bare'), KEY)
  const bare = new BareAppend(ours)
  try {
    const desk = deskOf(store)
    const { journal } = desk.library
    const bareRow = bareOneRow(bareStore)
    const bareLend = bareCheckOut(bareStore, journal.terminal)
    const each = (work: (one: Asked) => void) => (items: readonly number[]) => {
      const all = items.map((item) => asked(size, item))
      return timed(() => all.forEach(work))
    }
    const contestants: readonly Contestant[] = [
      { name: 'append', run: each((one) => bare.append(`${JSON.stringify({ ...one.occasion, ...one.draft })}\n`)) },
      { name: 'row', run: each((one) => bareRow(`${JSON.stringify({ ...one.occasion, ...one.draft })}\n`)) },
      { name: 'sqlite', run: each(bareLend) },
      {
        name: 'record',
        run: each((one) => journal.record(one.occasion, [one.draft], { parties: one.parties, items: one.known })),
      },
      {
        name: 'service',
        run: (items) =>
          timed(() =>
            items.forEach((item) => lend(desk.library, actorOf(desk), freePatron(size, random), itemOf(item))),
          ),
      },
    ]
    return figuresOf(race(contestants, size), size)
  } finally {
    bare.close()
    store.close()
    bareStore.close()
  }
}

/** Milliseconds each, by name, one value a round. Everyone starts once in each position; the first round warms up. */
function race(contestants: readonly Contestant[], size: Size): Map<string, number[]> {
  const items = freeItems(size, (size.rounds + 1) * size.commits * contestants.length, 17)
  const times = new Map(contestants.map((one) => [one.name, [] as number[]]))
  for (let round = 0; round <= size.rounds; round += 1) {
    const turn = round % contestants.length
    for (const one of [...contestants.slice(turn), ...contestants.slice(0, turn)]) {
      const ms = one.run(items.splice(0, size.commits)) / size.commits
      if (round > 0) times.get(one.name)?.push(ms)
    }
  }
  return times
}

function figuresOf(times: ReadonlyMap<string, readonly number[]>, size: Size): Figure[] {
  const of = (name: string): readonly number[] => must(times.get(name), 'a contestant')
  const ratio = (over: string, under: string): number =>
    median(of(over).map((ms, round) => ms / must(of(under)[round], 'the same round')))
  const shareOfRow = ratio('row', 'record')
  const shareOfAppend = ratio('append', 'record')
  const serviceShare = ratio('append', 'service')
  const overSqlite = ratio('record', 'sqlite')
  const beside = `append ${msText(median(of('append')))}, bare SQLite ${msText(median(of('sqlite')))}`
  const runs = `${size.rounds} rounds of ${size.commits}`
  return [
    {
      what: `Check-out recorded durably (event, party, overlay, command), rate against a bare append with fdatasync`,
      measured: `${percentText(shareOfAppend)} (${msText(median(of('record')))} each)`,
      target: '',
      isMet: null,
      beside: `${beside}; ${runs}`,
    },
    {
      what: 'The same, rate against a commit of one row of the same encrypted SQLite',
      measured: percentText(shareOfRow),
      target: 'at least 85 %',
      isMet: shareOfRow >= 0.85,
      beside: `one row ${msText(median(of('row')))}, ${percentText(ratio('append', 'row'))} of the append`,
    },
    {
      what: 'The same, time against the same statements as bare prepared SQLite',
      measured: `${overSqlite.toFixed(2)} ×`,
      target: 'at most 1.5 ×',
      isMet: overSqlite <= 1.5,
      beside: `bare SQLite itself: ${percentText(ratio('append', 'sqlite'))} of the append`,
    },
    {
      what: 'Check-out with everything (account and item read, rules asked, recorded), rate against a bare append',
      measured: `${percentText(serviceShare)} (${msText(median(of('service')))} each)`,
      target: '',
      isMet: null,
      beside: `${countText(Math.round(1000 / median(of('service'))))} a second`,
    },
  ]
}
