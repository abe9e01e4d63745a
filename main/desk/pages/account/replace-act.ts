/** Giving the open patron another card: in sight with a letter where theirs is lost. */
import type { Act } from '../../../../shared/desk/page.ts'
import { ownCardsLeft } from '../../../patrons/card-choice.ts'
import { cardsOfPatron } from '../../../store/privacy/page-rows.ts'
import { act, callOf, field } from '../make.ts'
import type { AccountNow } from './account-now.ts'

function has({ desk, account }: AccountNow, status: 'current' | 'lost'): boolean {
  return desk.library.db.all(cardsOfPatron, { patron_id: account.row.patron_id }).some((card) => card.status === status)
}

/** Under More as long as it is not: main/desk/pages/account/account-card.ts. */
export function isCardLost(now: AccountNow): boolean {
  return now.account.card_status === 'lost' || (has(now, 'lost') && !has(now, 'current'))
}

/** Its form: why, and which card. Where they have no other one, why is known. */
export function replaceAct(now: AccountNow, key: string): readonly Act[] {
  const { card } = now.speech.words.pages.patrons
  const hasOwn = ownCardsLeft(now.desk.library) !== null
  return [
    act({
      key,
      label: card.replace,
      call: callOf('card.replace', {}),
      asks: [
        field('why', card.why, 'choice', {
          is_required: true,
          value: isCardLost(now) && !has(now, 'current') ? 'lost' : '',
          options: (['lost', 'worn', 'extra'] as const).map((value) => ({ value, label: card.whys[value] })),
        }),
        field('barcode', card.barcode, 'card', { hint: hasOwn ? card.barcode_hint : card.barcode_scan }),
      ],
    }),
  ]
}
