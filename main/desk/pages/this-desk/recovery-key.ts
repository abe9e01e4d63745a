/**
 * The recovery key, to be printed: once after set-up, and whenever whoever may open it asks
 * (shared/desk/page-grants.ts). Must never be logged, nor kept in the session.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { recoveryKeyOf } from '../../../../shared/kernel/recovery-key.ts'
import { recoveryPaper } from '../../../../shared/receipt/recovery-paper.ts'
import { en } from '../../../../shared/receipt/words/en.ts'
import { fingerprintOf } from '../../../journal/signing.ts'
import type { Desk } from '../../desk.ts'
import { paperFacts } from '../../../papers/facts-for-paper.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, page } from '../make.ts'

export function recoveryKeyPage(desk: Desk): PageView | null {
  const words = speechOf(desk).words.pages.this_desk.key
  const facts = { ...paperFacts(desk.library), desk_name: desk.library.deskName }
  const { signing } = desk.library
  const fingerprint = signing ? fingerprintOf(signing.public_key) : ''
  const document = recoveryPaper(facts, recoveryKeyOf(desk.library.key), fingerprint, en)
  return page(desk.library, {
    ref: { place: 'recovery-key', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [{ kind: 'paper', section_id: 'key', heading: '', document }],
    enter: act({ label: words.printed, call: callOf('desk.go', { page: null }) }),
  })
}
