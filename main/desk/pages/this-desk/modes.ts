/**
 * How scans are taken: every way and every modifier, each by one letter. Must never keep one on in secret: the banner
 * tells.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import type { DeskMode } from '../../../../shared/desk/screen.ts'
import type { Desk } from '../../desk.ts'
import { isAmnestyLimited, modifierBanner, modifiersNow } from '../../loans/modifying.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, field, goTo, page, text } from '../make.ts'

const MODES: readonly { readonly mode: DeskMode; readonly key: string }[] = [
  { mode: 'out', key: 'O' },
  { mode: 'in', key: 'I' },
  { mode: 'in-house', key: 'U' },
  { mode: 'inventory', key: 'S' },
]

export function modesPage(desk: Desk, about: string): PageView {
  const words = speechOf(desk).words.pages.this_desk.modes
  const now = modifiersNow(desk)
  const { mode } = desk.session
  const modify = (key: string, label: string, change: Parameters<typeof callOf<'desk.modify'>>[1]) =>
    act({ key, label, call: callOf('desk.modify', change) })
  const backdate = act({
    key: 'D',
    label: now.back_on === null ? words.backdate : words.other_day,
    call: callOf('desk.modify', {}),
    asks: [field('back_on', words.back_on, 'date', { value: now.back_on ?? '', hint: words.back_on_hint })],
    says: words.backdate_says,
  })
  const isAmnestyOffered = !now.is_amnesty && desk.library.policy().settings.is_amnesty_allowed
  const taking = [
    modify('B', now.is_book_drop ? words.book_drop.off : words.book_drop.on, {
      is_book_drop: !now.is_book_drop,
    }),
    backdate,
    ...(isAmnestyOffered ? [modify('A', words.amnesty.on, { is_amnesty: true })] : []),
    ...(now.is_amnesty ? [modify('A', words.amnesty.off, { is_amnesty: false })] : []),
    ...(isAmnestyLimited(desk) ? [modify('W', words.amnesty.larger, { is_amnesty: true })] : []),
    modify('H', now.is_holds_off ? words.holds.on : words.holds.off, { is_holds_off: !now.is_holds_off }),
  ]
  const lending = [
    modify('L', now.is_special_loan ? words.longer.off : words.longer.on, { is_special_loan: !now.is_special_loan }),
  ]
  const options = mode === 'in' ? taking : mode === 'out' && desk.session.patron_id !== null ? lending : []
  // What is on comes first: the banner sends people here to turn it off.
  const isOn: Readonly<Record<string, boolean>> = {
    B: now.is_book_drop,
    D: now.back_on !== null,
    A: now.is_amnesty,
    H: now.is_holds_off,
    L: now.is_special_loan,
  }
  const others = MODES.filter((one) => one.mode !== mode)
  return page(desk.library, {
    ref: { place: 'modes', about },
    heading: words.heading,
    lead: words.modes[mode],
    sections: [text('holds-now', words.active, modifierBanner(desk).length > 0 ? modifierBanner(desk) : [words.none])],
    acts: [
      ...options.filter((one) => isOn[one.key]),
      ...others.map(({ mode: to, key }) =>
        act({ key, label: words.modes[to], call: callOf('desk.mode', { mode: to }) }),
      ),
      goTo({ place: 'cart', about: '' }, words.to_cart, 'C'),
      goTo({ place: 'shelf', about: '' }, words.to_shelf, 'R'),
      ...options.filter((one) => !isOn[one.key]),
    ],
  })
}
