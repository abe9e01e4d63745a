/**
 * How scans are taken: every way and every modifier, each by one letter. Must never keep one on in secret: the banner
 * tells.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import type { DeskMode } from '../../../../shared/desk/screen.ts'
import type { Desk } from '../../desk.ts'
import { isAmnestyLimited, modifierBanner, modifiersNow } from '../../loans/modifying.ts'
import { act, callOf, field, goTo, page, text } from '../make.ts'

const MODES: readonly { readonly mode: DeskMode; readonly key: string; readonly label: string }[] = [
  { mode: 'out', key: 'O', label: 'Lend' },
  { mode: 'in', key: 'I', label: 'Take back' },
  { mode: 'in-house', key: 'U', label: 'Count what is used here' },
  { mode: 'inventory', key: 'S', label: 'Take stock of a shelf' },
]

export function modesPage(desk: Desk, about: string): PageView {
  const now = modifiersNow(desk)
  const { mode } = desk.session
  const modify = (key: string, label: string, change: Parameters<typeof callOf<'desk.modify'>>[1]) =>
    act({ key, label, call: callOf('desk.modify', change) })
  const backdate = act({
    key: 'D',
    label: now.back_on === null ? 'Date returns back' : 'Another day for returns',
    call: callOf('desk.modify', {}),
    asks: [field('back_on', 'Counted as back on', 'date', { value: now.back_on ?? '', hint: 'Empty: now' })],
    says: 'Every return counts as back on this day until you take it off. A day to come counts as now.',
  })
  const isAmnestyOffered = !now.is_amnesty && desk.library.policy().settings.is_amnesty_allowed
  const taking = [
    modify('B', now.is_book_drop ? 'No more book drop' : 'Cart from the book drop', {
      is_book_drop: !now.is_book_drop,
    }),
    backdate,
    ...(isAmnestyOffered ? [modify('A', 'Charge no fines', { is_amnesty: true })] : []),
    ...(now.is_amnesty ? [modify('A', 'Charge fines again', { is_amnesty: false })] : []),
    ...(isAmnestyLimited(desk) ? [modify('W', 'Let larger fines off too', { is_amnesty: true })] : []),
    modify('H', now.is_holds_off ? 'Catch holds again' : 'Catch no holds', { is_holds_off: !now.is_holds_off }),
  ]
  const lending = [
    modify('L', now.is_special_loan ? 'No longer loan' : 'Longer loan', { is_special_loan: !now.is_special_loan }),
  ]
  const others = MODES.filter((one) => one.mode !== mode)
  return page(desk.library, {
    ref: { place: 'modes', about },
    heading: 'How scans are taken',
    lead: MODES.find((one) => one.mode === mode)?.label ?? '',
    sections: [
      text(
        'holds-now',
        'What every scan means now',
        modifierBanner(desk).length > 0 ? modifierBanner(desk) : ['As usual: nothing is changed.'],
      ),
    ],
    acts: [
      ...others.map(({ mode: to, key, label }) => act({ key, label, call: callOf('desk.mode', { mode: to }) })),
      goTo({ place: 'cart', about: '' }, 'Sort a cart', 'C'),
      goTo({ place: 'shelf', about: '' }, 'Read a shelf', 'R'),
      ...(mode === 'in' ? taking : mode === 'out' && desk.session.patron_id !== null ? lending : []),
    ],
  })
}
