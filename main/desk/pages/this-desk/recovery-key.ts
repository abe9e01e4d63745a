/**
 * The recovery key, to be printed: once after set-up, and whenever whoever may open it asks
 * (shared/desk/page-grants.ts); and the check that it is on paper, which shows nothing of it. Must never be logged, nor
 * kept in the session.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { recoveryKeyOf } from '../../../../shared/kernel/recovery-key.ts'
import { recoveryPaper } from '../../../../shared/receipt/recovery-paper.ts'
import { en } from '../../../../shared/receipt/words/en.ts'
import { fingerprintOf } from '../../../journal/signing.ts'
import type { Desk } from '../../desk.ts'
import { paperFacts } from '../../../papers/facts-for-paper.ts'
import { speechOf } from '../../clerk-language.ts'
import { askedGroups, isKeyUnconfirmed } from '../../../library/key-on-paper.ts'
import { act, callOf, field, page } from '../make.ts'

/** What the page is about when it asks for two groups of the paper. */
export const KEY_CHECK = 'check'

export function recoveryKeyPage(desk: Desk, about: string): PageView | null {
  if (about === KEY_CHECK) return checkPage(desk)
  const words = speechOf(desk).words.pages.this_desk.key
  const facts = { ...paperFacts(desk.library), desk_name: desk.library.deskName }
  const { signing } = desk.library
  const fingerprint = signing ? fingerprintOf(signing.public_key) : ''
  const document = recoveryPaper(facts, recoveryKeyOf(desk.library.key), fingerprint, en)
  const next = isKeyUnconfirmed(desk.library) ? ({ place: 'recovery-key', about: KEY_CHECK } as const) : null
  return page(desk.library, {
    ref: { place: 'recovery-key', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [{ kind: 'paper', section_id: 'key', heading: '', document }],
    enter: act({ label: words.printed, call: callOf('desk.go', { page: next }) }),
  })
}

function checkPage(desk: Desk): PageView | null {
  if (!isKeyUnconfirmed(desk.library)) return null
  const words = speechOf(desk).words.pages.this_desk.key
  const [first, second] = askedGroups(desk.library)
  return page(desk.library, {
    ref: { place: 'recovery-key', about: KEY_CHECK },
    heading: words.check,
    lead: words.check_lead,
    sections: [],
    enter: act({
      label: words.groups(first, second),
      send: words.confirm,
      call: callOf('recovery-key.confirm', {}),
      asks: [
        field('key_group', words.group(first), 'code', { is_required: true }),
        field('other_key_group', words.group(second), 'code', { is_required: true }),
      ],
    }),
  })
}
