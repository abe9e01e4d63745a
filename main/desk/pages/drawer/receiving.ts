/**
 * A drawer that another person has counted: whoever opens it here takes it over, or counts it to close it. Must never
 * say what the first count was, or what is expected, before this person's own count is kept: they would count until it
 * agrees.
 */
import type { ClosingCounts } from '../../../../shared/cash/session-entries.ts'
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { signedOffBy } from '../../../cash/closing/close-drawer.ts'
import { lookAtReceived, type Looked } from '../../../cash/closing/look.ts'
import { staffNames } from '../../../library/staff-known.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { differencesSaid } from '../../money/drawer/differences-said.ts'
import { act, callOf, facts, field, ownSignOffField, page } from '../make.ts'
import { discardActs } from './half-entered.ts'
import { countAgain, leaveAct, piecesField, totalField } from './count-fields.ts'
import { differences } from './differences.ts'
import { reasonOptions } from './reason-options.ts'

type Receiving = { readonly session: SessionRow; readonly counts: ClosingCounts }
type Part = { readonly sections: readonly Section[]; readonly acts: readonly Act[]; readonly enter: Act | null }

export function receivingPage(desk: Desk, ref: PageRef, drawer: CashDrawer, receiving: Receiving): PageView {
  const { words } = speechOf(desk)
  const { drawer: said } = words.pages
  const { session, counts } = receiving
  const { sections, acts, enter } = partNow(desk, receiving)
  const giver = staffNames(desk.library)(session.custodian_code)
  return page(desk.library, {
    ref,
    heading: drawerName(words, drawer),
    lead: leadOf(said, giver, counts, isCounted(desk, counts)),
    sections,
    acts: [
      ...discardActs(desk, session),
      ...acts,
      countAgain(desk, session, said.take_over_close),
      leaveAct(desk, session),
    ],
    enter,
  })
}

type Said = ReturnType<typeof speechOf>['words']['pages']['drawer']

/** What is next for the person who takes it over. */
function leadOf(said: Said, giver: string, { tenders }: ClosingCounts, hasCounted: boolean): string {
  if (tenders === null) return said.take_over_waits(giver)
  return hasCounted ? said.take_over_ready(giver) : said.take_over_says(giver)
}

/** This person has counted it to take it over. */
function isCounted({ session }: Desk, { received }: ClosingCounts): boolean {
  return received !== null && received.cash.head.staff === session.staff?.staff_code
}

function partNow(desk: Desk, { session, counts }: Receiving): Part {
  if (counts.tenders === null) return { sections: [], acts: [], enter: null }
  const { close } = speechOf(desk).words.pages.drawer
  const looked = isCounted(desk, counts) ? lookAtReceived(desk.library, session.drawer_code) : null
  const [byPiece, byTotal] = receiveActs(desk, session)
  if (looked === null || isRefusal(looked)) return { sections: [], acts: [byTotal], enter: byPiece }
  const again = { ...byPiece, key: 'C', label: close.again }
  return { sections: [ownCount(desk, looked), differences(desk, looked)], acts: [again], enter: takeAct(desk, looked) }
}

/** By the piece, and as a total. */
function receiveActs(desk: Desk, { drawer_code }: SessionRow): readonly [Act, Act] {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const { close } = drawer
  const checks = [
    field('checks_count', close.checks_count, 'number', { value: '0', is_required: true }),
    field('checks_cents', close.checks, 'total', {
      value: '0',
      is_required: true,
      is_beside: true,
      only_with: 'checks_count',
    }),
  ] as const
  const says = drawer.take_over_count_says
  return [
    act({
      label: drawer.take_over_count,
      says,
      call: callOf('drawer.receive', { drawer_code, total_cents: null }),
      asks: [piecesField(speech, cashRules(desk.library)), ...checks],
    }),
    act({
      key: 'T',
      label: drawer.count_total,
      says,
      call: callOf('drawer.receive', { drawer_code, pieces: null }),
      asks: [totalField(speech), ...checks],
    }),
  ]
}

/** What this person counted, and by how much that differs from the first count. */
function ownCount(desk: Desk, { count, received }: Looked): Section {
  const { words, money } = speechOf(desk)
  const { drawer } = words.pages
  const own = received?.cash.body.counted_cents ?? 0
  const by = own - count.body.counted_cents
  return facts('received', '', [
    [drawer.received, money(cents(own))],
    [drawer.received_by, money(cents(by)), by === 0 ? 'plain' : 'warn'],
  ])
}

function takeAct(desk: Desk, looked: Looked): Act {
  const { drawer } = speechOf(desk).words.pages
  const { need, session } = looked
  const isNoteNeeded = need !== null && need !== 'reason'
  const asks = [
    field('reason', drawer.take_over_reason, 'choice', { is_required: true, options: reasonOptions(desk, 'variance') }),
    field('note', drawer.close.note, 'text', { is_required: isNoteNeeded }),
  ] as const
  const nothing = { reason: '', note: '' }
  const signedBy = signedOffBy(desk.library, actorOf(desk), looked)
  return act({
    label: drawer.take_over,
    says: differencesSaid(desk, looked).join(' '),
    call: callOf('drawer.hand-over', { drawer_code: session.drawer_code, ...(need === null ? nothing : {}) }),
    asks: need === null ? [] : [...asks, ...ownSignOffField(speechOf(desk), actorOf(desk), signedBy)],
  })
}
