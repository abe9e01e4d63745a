/**
 * What Ctrl+Z makes of each kind of entry, and what an act is called when it is undone. Pure. Whether an act can still
 * be undone now is for main/circulation/loans/undo-act.ts to say.
 */
import type { DeskEvent, EventKind } from './event.ts'

/**
 * `act`: it can be undone. `part`: it is undone with the act that it belongs to. `final`: a person's act that no undo
 * reaches: undo says so, and does not reach behind it unasked. `passing`: it changes nothing, and undo looks past it.
 */
type UndoClass = 'act' | 'part' | 'final' | 'passing'

const CLASSES: Readonly<Record<EventKind, UndoClass>> = {
  'item-checked-out': 'act',
  'item-checked-in': 'act',
  'loan-renewed': 'act',
  'due-date-set': 'act',
  'loan-recalled': 'act',
  'loan-status-set': 'act',
  'claim-made': 'act',
  'claim-ended': 'act',
  'hold-placed': 'act',
  'hold-changed': 'act',
  'hold-ended': 'act',
  'charge-made': 'act',
  'charge-moved': 'act',
  'note-written': 'act',
  'pickup-allowed': 'act',
  'item-marked': 'act',
  'item-edited': 'act',
  'item-used-here': 'act',
  'return-answered': 'act',
  'return-asked': 'part',
  'check-out-undone': 'part',
  'renewal-undone': 'part',
  'check-in-undone': 'part',
  'recall-undone': 'part',
  'hold-reopened': 'part',
  'return-reopened': 'part',
  'note-removed': 'final',
  'pickup-ended': 'final',
  'claim-checked': 'final',
  'preference-set': 'final',
  'record-disclosed': 'final',
  'patron-exported': 'final',
  'patron-erased': 'final',
  'patron-registered': 'act',
  'patron-changed': 'act',
  'card-renewed': 'act',
  'card-replaced': 'act',
  'card-lost': 'act',
  'guardian-linked': 'act',
  'guardian-unlinked': 'act',
  'family-linked': 'act',
  'family-unlinked': 'act',
  'registration-undone': 'part',
  'patron-change-undone': 'part',
  'patrons-merged': 'act',
  'patrons-distinguished': 'act',
  'email-bounced': 'act',
  'email-arrives': 'act',
  'mail-returned': 'act',
  'merge-undone': 'part',
  'patron-pin-set': 'final',
  'patron-pin-cleared': 'final',
  'item-made': 'final',
  'policy-changed': 'final',
  'policy-applied': 'final',
  'outage-declared': 'final',
  'outage-withdrawn': 'final',
  'staff-changed': 'final',
  'data-imported': 'final',
  'desk-moved': 'final',
  'drawer-opened': 'final',
  'float-counted': 'final',
  'receipt-made': 'final',
  'receipt-voided': 'final',
  'refund-paid': 'final',
  'cash-placed': 'final',
  'cash-paid': 'final',
  'paper-credited': 'final',
  'drawer-closed': 'final',
  'deposit-banked': 'final',
  'card-settled': 'final',
  'close-reviewed': 'final',
  'custody-changed': 'final',
  'place-settled': 'final',
  'place-moved': 'final',
  'place-counted': 'passing',
  'drawer-counted': 'passing',
  'tenders-counted': 'passing',
  'withdrawal-refused': 'passing',
  'drawer-unlocked': 'passing',
  'drawer-pulsed': 'passing',
  'drawer-key-opened': 'passing',
  'copy-printed': 'passing',
  'count-drawn': 'passing',
  'act-undone': 'passing',
  'act-refused': 'passing',
  'act-approved': 'passing',
  'record-viewed': 'passing',
  'list-viewed': 'passing',
  'list-exported': 'passing',
  'patrons-exported': 'passing',
  'staff-signed-in': 'passing',
  'staff-signed-out': 'passing',
  'epoch-opened': 'passing',
  'missing-acknowledged': 'passing',
  'clock-confirmed': 'passing',
  'recovery-key-shown': 'passing',
  'recovery-key-confirmed': 'passing',
  'backup-made': 'passing',
  'journal-exported': 'passing',
  'cash-exported': 'passing',
  'device-set': 'passing',
  'idle-lock-changed': 'passing',
}

/** What an act is called when it is undone: "Undo check-out". */
export type ActName =
  | 'check-out'
  | 'check-in'
  | 'check-in-out'
  | 'renewal'
  | 'recall'
  | 'due-date'
  | 'claim'
  | 'claim-end'
  | 'lost'
  | 'status'
  | 'answer'
  | 'hold'
  | 'hold-end'
  | 'hold-change'
  | 'waive'
  | 'void'
  | 'credit'
  | 'money'
  | 'charge'
  | 'note'
  | 'pickup'
  | 'use'
  | 'mark'
  | 'edit'
  | 'merge'
  | 'apart'
  | 'registration'
  | 'patron-edit'
  | 'card-renewal'
  | 'card'
  | 'card-lost'
  | 'guardian'
  | 'guardian-end'
  | 'family'
  | 'family-end'

/** Due dates that a rule or an outage moved, of many loans at once. */
function isOfMany(event: DeskEvent): boolean {
  return event.kind === 'due-date-set' && (event.body.reason === 'outage' || event.body.reason === 'new-rule')
}

/** What was recorded together, as one. */
export function undoClassOf(events: readonly DeskEvent[]): Exclude<UndoClass, 'part'> {
  const classes = new Set(events.map((event) => (isOfMany(event) ? 'final' : CLASSES[event.kind])))
  // What undoes another act is no act itself.
  if (events.some(({ kind }) => kind === 'act-undone')) return 'passing'
  if (classes.has('final')) return 'final'
  return classes.has('act') ? 'act' : 'passing'
}

type Naming = (event: DeskEvent) => ActName | null

function nameOfMoney(event: DeskEvent): ActName | null {
  if (event.kind !== 'charge-moved') return null
  switch (event.body.code) {
    case 'waived':
    case 'amnesty':
    case 'backdated':
      return 'waive'
    case 'voided':
      return 'void'
    case 'applied':
      return 'credit'
    default:
      return 'money'
  }
}

function ofKind(kind: EventKind, name: ActName): Naming {
  return (event) => (event.kind === kind ? name : null)
}

/** The first of these that an act has names it: a check-in with its fine is a check-in. */
const NAMINGS: readonly Naming[] = [
  ofKind('patrons-merged', 'merge'),
  ofKind('patron-registered', 'registration'),
  ofKind('card-renewed', 'card-renewal'),
  ofKind('card-replaced', 'card'),
  ofKind('item-checked-out', 'check-out'),
  ofKind('item-checked-in', 'check-in'),
  ofKind('loan-renewed', 'renewal'),
  ofKind('loan-recalled', 'recall'),
  ofKind('due-date-set', 'due-date'),
  ofKind('claim-made', 'claim'),
  ofKind('return-answered', 'answer'),
  ofKind('claim-ended', 'claim-end'),
  (event) => (event.kind === 'loan-status-set' && event.body.loan_status === 'lost' ? 'lost' : null),
  ofKind('loan-status-set', 'status'),
  ofKind('hold-placed', 'hold'),
  ofKind('hold-ended', 'hold-end'),
  ofKind('hold-changed', 'hold-change'),
  // Before what moved: of a charge below its price the rest is waived with it, and both are undone.
  ofKind('charge-made', 'charge'),
  nameOfMoney,
  ofKind('note-written', 'note'),
  ofKind('pickup-allowed', 'pickup'),
  ofKind('patron-changed', 'patron-edit'),
  ofKind('patrons-distinguished', 'apart'),
  ofKind('email-bounced', 'patron-edit'),
  ofKind('email-arrives', 'patron-edit'),
  ofKind('mail-returned', 'patron-edit'),
  ofKind('card-lost', 'card-lost'),
  ofKind('guardian-linked', 'guardian'),
  ofKind('guardian-unlinked', 'guardian-end'),
  ofKind('family-linked', 'family'),
  ofKind('family-unlinked', 'family-end'),
  ofKind('item-used-here', 'use'),
  ofKind('item-edited', 'edit'),
  ofKind('item-marked', 'mark'),
]

export function nameOfAct(events: readonly DeskEvent[]): ActName {
  for (const naming of NAMINGS) {
    const [name] = events.flatMap((event) => naming(event) ?? [])
    if (name === undefined) continue
    const isExchange = name === 'check-out' && events.some(({ kind }) => kind === 'item-checked-in')
    return isExchange ? 'check-in-out' : name
  }
  return 'mark'
}
