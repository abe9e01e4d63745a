/** English for what stands in the way of a loan or a renewal. */
import { blocksSaid } from '../../blocks-said.ts'
import type { LOAN_REFUSALS } from '../../../refusals/loan.ts'
import { countedIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { limitScope } from '../limit-scope.ts'
import { ACCOUNT } from './account.ts'

const n = countedIn('en')
const STILL_DUE = ({ due }: { readonly due: string }): string => `It stays due ${due}.`

export const LOAN: WordsFor<typeof LOAN_REFUSALS> = {
  'nobody-open': { short: 'No patron', says: 'No patron is open.', way_out: 'Scan a library card first.' },
  'patron-barred': {
    short: 'Do not serve',
    says: ({ note }) => (note === '' ? 'Do not serve.' : asSentence(`Do not serve: ${note}`)),
    way_out: 'Call a supervisor.',
  },
  'patron-inactive': {
    short: 'Account closed',
    says: 'This account is closed.',
    way_out: '{key:account}, Open the account.',
  },
  'card-replaced': {
    short: 'Former card',
    says: 'This card was replaced.',
    way_out: 'The account opens anyway. Ask for the current card.',
  },
  'card-lost': {
    short: 'Card lost',
    says: 'This card was reported lost.',
    way_out:
      'Ask for ID and a newer card. If there is none, give one: scan it and press 1, or {key:account}, then G. ' +
      'Without a card, checkout needs an override.',
  },
  'patron-expired': {
    short: 'Card expired',
    says: ({ on }) => `The card expired ${on}.`,
    way_out: 'The card can be renewed: {key:account}, then I.',
  },
  'patron-blocked': {
    short: 'Blocked',
    says: ({ note }) => asSentence(`Blocked: ${blocksSaid(note, 'mail came back')}`),
    way_out: ({ ends_by }) =>
      ends_by === 'address'
        ? '{key:account} shows the account. Correct the address under More. If it is the same: F.'
        : '{key:account} shows the account. Follow the note.',
  },
  'owes-too-much': {
    short: 'Owes too much',
    says: ({ owed, limit }) => `Owes ${owed} (limit ${limit}). Checkout is blocked.`,
    way_out: '{key:pay} takes a payment. Or waive it, or request an override.',
  },
  'overdue-too-many': {
    short: 'Too many overdue',
    says: ({ count, limit }) => `${n(count, 'item', 'items')} overdue (limit ${limit}). Checkout is blocked.`,
    way_out: 'Check in an overdue item or request an override.',
  },
  ...ACCOUNT,
  'item-not-for-loan': {
    short: 'Not for loan',
    says: 'This item does not circulate.',
    way_out: 'It can be used in the library.',
  },
  'item-withdrawn': { short: 'Withdrawn', says: 'This item was withdrawn.', way_out: 'Set it aside.' },
  'item-lost': {
    short: 'Marked lost',
    says: 'This item is marked lost.',
    way_out: '1 = mark found and check out; Esc = skip, then set it aside.',
  },
  'item-damaged': {
    short: 'Damaged',
    says: 'This item is marked damaged.',
    way_out: '1 = check out anyway; Esc = skip, then set it aside.',
  },
  'item-arrived': {
    short: 'Was in transit',
    says: 'Was in transit between branches.',
    way_out: 'Its record now shows it here.',
  },
  'item-found': { short: 'Was missing', says: 'Was missing.', way_out: 'Its record now says it was found.' },
  'item-not-ready': {
    short: 'Was in processing',
    says: 'Was on order or in processing.',
    way_out: 'Its record now says it circulates.',
  },
  'no-rule': {
    short: 'No loan rule',
    says: ({ category, item_type }) => `No loan rule for ${category} and ${item_type}.`,
    way_out: 'Ask for the rule to be added.',
  },
  'period-invalid': {
    short: 'Rule is broken',
    says: ({ rule }) => `Loan rule ${rule} has no usable loan period.`,
    way_out: 'Ask for the rule to be fixed.',
  },
  'due-too-far': {
    short: 'Due too far off',
    says: ({ rule, limit }) => `Loan rule ${rule} gives a due date after ${limit}, the last date allowed.`,
    way_out: 'Set the due date by hand, or ask for the rule to be fixed.',
  },
  'outside-schedule': {
    short: 'Not in schedule',
    says: ({ schedule, on }) => `Schedule ${schedule} has no due date for loans made ${on}.`,
    way_out: 'Ask for the date to be added to the schedule.',
  },
  'calendar-all-closed': {
    short: 'No open day',
    says: 'The calendar of this branch has no open day for a year.',
    way_out: 'Ask for the calendar to be fixed.',
  },
  'limit-reached': {
    short: 'Limit reached',
    says: ({ count, limit, ...scope }) => `${count} checked out, counting ${limitScope(scope)} (limit ${limit}).`,
    way_out: 'Check in an item or request an override.',
  },
  'out-to-other': {
    short: 'Checked out',
    says: ({ whom, due }) =>
      whom === 'other'
        ? `Checked out to another patron, due ${due}.`
        : `Checked out to an account that is no longer in the library’s data, due ${due}.`,
    way_out: '1 = check in and check out to this patron; Esc = skip.',
  },
  'out-to-same': {
    short: 'Already out',
    says: ({ due }) => `Already checked out to this patron, due ${due}.`,
    way_out: '1 = renew; Esc = skip.',
  },
  'lender-waits': {
    short: 'Due at lender',
    says: ({ lender, due }) => `Due back at ${lender} by ${due}.`,
    way_out: '1 = check out anyway, due today; Esc, then {key:check-in} to send it back.',
  },
  'hold-waits': {
    short: 'On hold',
    says: 'On hold for another patron.',
    way_out: '1 = check out anyway; Esc = skip, then set it aside.',
  },
  'not-out': {
    short: 'Not checked out',
    says: 'This item is not checked out.',
    way_out: 'There is nothing to renew.',
  },
  'renewal-withdrawn': {
    short: 'Withdrawn',
    says: 'Withdrawn items cannot be renewed.',
    way_out: ({ due }) => `It stays due ${due}. Set it aside when it comes back.`,
  },
  'renewals-used': {
    short: 'No renewals left',
    says: ({ count, limit }) => `Renewed ${count} of ${n(limit, 'time', 'times')}.`,
    way_out: STILL_DUE,
  },
  'unseen-renewals-used': {
    short: 'Must be shown',
    says: ({ count, limit }) => `Renewed ${n(count, 'time', 'times')} without the item being shown (limit ${limit}).`,
    way_out: ({ due }) => `Bring it to a desk and scan it to renew. It stays due ${due}.`,
  },
  'renewal-recalled': {
    short: 'Recalled',
    says: ({ due }) => `Recalled, due ${due}.`,
    way_out: 'It must be returned by then.',
  },
  'renewal-hold-waits': { short: 'On hold', says: 'On hold for another patron.', way_out: STILL_DUE },
  'renewal-no-gain': {
    short: 'No change',
    says: ({ due }) => `Already due ${due}: renewing would not change it.`,
    way_out: 'Renew it closer to its due date.',
  },
  'claims-used': {
    short: 'Too many claims',
    says: ({ count, span, limit }) =>
      span === 'open'
        ? `${n(count, 'open claim', 'open claims')} (limit ${limit}).`
        : `${n(count, 'claim', 'claims')} in twelve months (limit ${limit}).`,
    way_out: 'Request an override to accept one more.',
  },
  'claim-too-late': {
    short: 'Claimed too late',
    says: ({ days, limit }) => `Due ${n(days, 'day', 'days')} ago; a claim must be made within ${limit}.`,
    way_out: 'Request an override to accept it.',
  },
}
