/** Giving the open patron another card: in sight with a letter where theirs is lost. */
import type { Act } from '../../../../shared/desk/page.ts'
import { ALL_CARDS } from '../../../../shared/patron/card-numbers.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { cardsInUse } from '../../../patrons/cards-in-use.ts'
import { unsettled } from '../../../patrons/unsettled.ts'
import { ownCardsLeft } from '../../../patrons/card-choice.ts'
import { cardsOfPatron } from '../../../store/privacy/page-rows.ts'
import { cardAtHead } from '../../patrons/card-shown.ts'
import { act, callOf, field } from '../make.ts'
import type { AccountNow } from './account-now.ts'
import { firstSaid } from './renew-act.ts'

function has({ desk, account }: AccountNow, status: 'current' | 'lost'): boolean {
  return desk.library.db.all(cardsOfPatron, { patron_id: account.row.patron_id }).some((card) => card.status === status)
}

/** Under More as long as it is not: main/desk/pages/account/account-card.ts. */
export function isCardLost(now: AccountNow): boolean {
  return now.account.card_status === 'lost' || (has(now, 'lost') && !has(now, 'current'))
}

/**
 * Asks which of several cards in use is meant. None is chosen yet: the one at the head of the account is the one in the
 * patron's hand, where it was scanned.
 * @param only_with for which answers of another field; empty: it always is asked
 */
export function whichField({ desk, speech, account }: AccountNow, hint: string, only_with = '') {
  const { patron_id } = account.row
  const inUse = cardsInUse(desk.library, patron_id)
  if (inUse.length < 2) return []
  const { pages, outcomes } = speech.words
  const { card } = pages.patrons
  const head = cardAtHead(desk, patron_id)
  const label = (value: string): string => (value === head ? card.which_shown(value) : value)
  const options = [
    ...inUse.map((value) => ({ value, label: label(value) })),
    { value: ALL_CARDS, label: outcomes.answer.cards_all },
  ]
  return [field('which', card.which, 'choice', { is_required: only_with === '', options, hint, only_with })]
}

/** Its form: why, and which card. Where they have no other one, why is known. */
export function replaceAct(now: AccountNow, key: string): readonly Act[] {
  const { card } = now.speech.words.pages.patrons
  const { library } = now.desk
  const first = unsettled(library, now.account.row.patron_id, 'new-cards')
  const hasOwn = (ownCardsLeft(library) ?? 0) > 0
  return [
    act({
      key,
      label: card.replace,
      call: callOf('card.replace', { which: '' }),
      says: sentences(...firstSaid(now.speech, first)),
      asks: [
        field('reason', card.reason, 'choice', {
          is_required: true,
          value: isCardLost(now) && !has(now, 'current') ? 'lost' : '',
          options: (['lost', 'worn', 'extra'] as const).map((value) => ({ value, label: card.whys[value] })),
        }),
        ...whichField(now, card.which_hint, 'reason=lost worn'),
        field('barcode', card.barcode, 'card', { hint: hasOwn ? card.barcode_hint : card.barcode_scan }),
      ],
    }),
  ]
}
