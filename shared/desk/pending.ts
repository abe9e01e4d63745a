/**
 * What a row waits for: an answer, a supervisor's approval, a reason. Pure data, and which keys answer it;
 * main/desk/answer-rows.ts does what an answer does. Must never hold a PIN, nor say who a patron is: the row is on the
 * screen.
 */
import type { RefusalCode } from '../refusals/refusals.ts'
import { ANSWERS, type QuestionAbout, type ReturnSaid } from '../circulation/lost/return-question.ts'
import type { CommandId, TitleId } from '../kernel/ids.ts'
import { MS_PER_MINUTE } from '../kernel/time.ts'
import type { Grant } from '../staff/permissions.ts'
import { OVERRIDE_REASONS, PAGE_REASONS, WAIVE_REASONS, type Reason } from '../staff/reasons.ts'
import type { Words } from '../words/en/en.ts'

/** A second person has this long to approve, and the clerk this long to say why once they did. */
export const APPROVAL_MS = 2 * MS_PER_MINUTE

/** One refusal that a person answered or overrode, the approver if not the clerk, and the code of the reason. */
export type Override = { readonly code: RefusalCode; readonly approved_by: string; readonly reason: string }

/** What was asked, as the work log calls it, and every refusal of it. */
export type RefusedAct = { readonly act: string; readonly codes: readonly RefusalCode[] }

/** What to do once every refusal is answered. `overrides`: the earlier ones on this row. */
export type LoanWish = {
  readonly act: 'lend' | 'take-back-and-lend' | 'renew'
  readonly item_barcode: string
  readonly overrides: readonly Override[]
  /** It was set aside for another patron: 2 checks it out and ends that hold. */
  readonly is_kept?: boolean
  /** Nobody has shown the item: the renewal counts as unseen. */
  readonly is_unseen?: boolean
  /** The limit counts shown on the row: an answer covers those and no others. */
  readonly limits_shown?: readonly string[]
  /** What renewing the card by one key costs, as an amount; empty: nothing. Omitted: one key is not enough. */
  readonly renewal_fee?: string
}

/** How far a grant is needed. */
export type Reach = { readonly grant: Grant; readonly reach: number }

/** A method call beyond the clerk's role: carried out as it was asked, once it is approved. */
export type CallWish = {
  readonly act: 'call'
  readonly method: string
  readonly input: Readonly<Record<string, unknown>>
  /** Made when it was asked: approved twice across a crash, it is done once. */
  readonly command_id: CommandId
  readonly grant: Grant
  /** Cents or days, by the grant's ceiling. */
  readonly reach: number
  /** What else the same person has to be allowed, for acts that would be asked about twice. */
  readonly also?: readonly Reach[]
  /** Which reasons to ask for once it is approved; omitted: none, because the input has one or needs none. */
  readonly reason?: 'waived' | 'opened' | 'overridden'
  /** What it changes, as it was when it was asked: once that is another, the approval is over. */
  readonly as_of?: string
}

/** What a service asks approval of; making the row adds the rest. */
export type AskedCall = Omit<CallWish, 'act' | 'command_id'>

export type Wish = LoanWish | CallWish

type Asking = { readonly wish: Wish; readonly codes: readonly RefusalCode[] }

export type Pending =
  /** 1 does it: the clerk's own role answers all `codes`. A rule among them needs a reason first. */
  | ({ readonly ask: 'answer' } & Asking)
  /** 1 asks a supervisor. */
  | ({ readonly ask: 'offer' } & Asking)
  /** A supervisor's badge, or initials and PIN, until then. */
  | ({ readonly ask: 'approval'; readonly until_ms: number } & Asking)
  /**
   * A digit picks the reason. `approved_by` is empty when the clerk's own role was enough; otherwise the approval is
   * good until then.
   */
  | ({ readonly ask: 'reason'; readonly approved_by: string; readonly until_ms: number | null } & Asking)
  | { readonly ask: 'card-or-item'; readonly barcode: string; readonly is_typed: boolean }
  /** A card that nobody has: it replaces the open patron's, or somebody is registered with it. An offer. */
  | { readonly ask: 'new-card'; readonly barcode: string; readonly is_open: boolean }
  /** A digit says which of the cards in use the new one replaces; the last one: all of them. An offer. */
  | {
      readonly ask: 'which-card'
      readonly barcode: string
      readonly reason: 'lost' | 'worn'
      readonly cards: readonly string[]
    }
  /** 1 makes a record for an unknown barcode. An offer: nothing waits for it. */
  | { readonly ask: 'make-item'; readonly barcode: string }
  /** 1 checks in what was scanned with nobody open. An offer: the next scan leaves it out. */
  | { readonly ask: 'take-back'; readonly item_barcode: string }
  /** 1 renews the open patron's card, which soon ends. An offer: what the row says is done already. */
  | { readonly ask: 'renew-card' }
  /** 1 tries the refused item again: what was in its way is not any more. An offer: nothing waits for it. */
  | { readonly ask: 'try-again'; readonly wish: LoanWish }
  /** A digit shows one of the titles with this ISBN. An offer: nothing waits for it. */
  | { readonly ask: 'which-title'; readonly titles: readonly { readonly title_id: TitleId; readonly title: string }[] }
  /** 1, 2 or 3: how the person picking up a hold was verified; without the ways that nobody can check. */
  | {
      readonly ask: 'hand-over'
      readonly item_barcode: string
      readonly hold_ref: string
      readonly is_born_known: boolean
      readonly is_code_known: boolean
    }
  /** A digit answers a return's question about its money. `said`: earlier answers on this row. */
  | {
      readonly ask: 'return'
      readonly question_ref: string
      readonly about: QuestionAbout
      readonly said: ReturnSaid
    }

/** An offer holds nothing back: going on declines it. */
export function isOffer({ ask }: Pending): boolean {
  return OFFERS.has(ask)
}

const OFFERS: ReadonlySet<Pending['ask']> = new Set<Pending['ask']>([
  'make-item',
  'take-back',
  'which-title',
  'new-card',
  'which-card',
  'renew-card',
  'try-again',
])

const CALL_REASONS = { waived: WAIVE_REASONS, opened: PAGE_REASONS, overridden: OVERRIDE_REASONS } as const

/** The reasons to choose from before it is done; null when it needs none. `isRule`: a rule refuses it. */
export function reasonsFor(wish: Wish, isRule: boolean): readonly Reason[] | null {
  if (wish.act === 'call') return wish.reason === undefined ? null : CALL_REASONS[wish.reason]
  return isRule ? OVERRIDE_REASONS : null
}

type Choices = readonly { readonly key: string; readonly label: string }[]

type OutcomeWords = Words['outcomes']

/** The keys of a row that waits for this. */
export function choicesOf(words: OutcomeWords, pending: Pending): Choices {
  const { answer } = words
  switch (pending.ask) {
    case 'answer':
      return [
        { key: '1', label: answerLabel(answer, pending) },
        ...endingHold(answer, pending),
        ...renewingCard(answer, pending),
      ]
    case 'offer':
      return [{ key: '1', label: answer.ask }, ...renewingCard(answer, pending)]
    case 'approval':
      return [{ key: '1', label: answer.type_pin }]
    case 'reason':
      return numbered((reasonsFor(pending.wish, true) ?? []).map((code) => words.reasons[code]))
    case 'hand-over':
      return [
        { key: '1', label: answer.photo_id },
        ...(pending.is_born_known ? [{ key: '2', label: answer.born }] : []),
        ...(pending.is_code_known ? [{ key: '3', label: answer.pickup_code }] : []),
      ]
    case 'return':
      return numbered(ANSWERS[pending.about].map(({ code }) => words.return.answers[code].label))
    case 'which-title':
      return numbered(pending.titles.map(({ title }) => title))
    case 'make-item':
      return numbered([answer.make])
    case 'take-back':
      return numbered([answer.take_back])
    case 'renew-card':
      return numbered([answer.renew_card])
    case 'try-again':
      return numbered([answer.again])
    case 'new-card':
      return numbered(
        pending.is_open
          ? [answer.card_lost, answer.card_worn, answer.card_extra, answer.card_family]
          : [answer.register],
      )
    case 'which-card':
      return numbered([...pending.cards, answer.cards_all])
    case 'card-or-item':
      return numbered([answer.card, answer.item])
  }
}

function numbered(labels: readonly string[]): Choices {
  return labels.map((label, index) => ({ key: String(index + 1), label }))
}

/** The patron it was set aside for keeps waiting, unless the clerk knows better. */
function endingHold(words: OutcomeWords['answer'], { wish, codes }: Asking): Choices {
  if (wish.act === 'call' || !wish.is_kept || !codes.includes('hold-waits')) return []
  return [{ key: '2', label: words.cancel_hold }]
}

/** The key that renews an expired card first, the address being the same; null: it has not expired, or needs more. */
export function renewalKey({ wish, codes }: Asking): string | null {
  if (wish.act === 'call' || wish.renewal_fee === undefined || !codes.includes('patron-expired')) return null
  return wish.is_kept && codes.includes('hold-waits') ? '3' : '2'
}

function renewingCard(words: OutcomeWords['answer'], asking: Asking): Choices {
  const key = renewalKey(asking)
  if (key === null || asking.wish.act === 'call') return []
  const { renewal_fee = '' } = asking.wish
  return [{ key, label: renewal_fee === '' ? words.renew_card : words.renew_card_for(renewal_fee) }]
}

function answerLabel(words: OutcomeWords['answer'], { wish, codes }: Asking): string {
  if (codes.includes('out-to-same')) return words.renew
  if (wish.act === 'lend' && codes.every((code) => code === 'item-lost')) return words.found
  return words.does[wish.act]
}
