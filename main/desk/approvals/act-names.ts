/**
 * What an act on an approved page is called while a second person is asked for it: the act itself, with its folder, its
 * times or its rule, because the approval is for that and nothing else. Reads only.
 */
import type { AskedAct } from '../../../shared/desk/page-grants.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { APPROVAL_MS } from '../../../shared/desk/pending.ts'
import { instant, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { rowName } from '../../../shared/words/policy-rows.ts'
import type { Library } from '../../library/library.ts'
import { meantBy, objection, type PolicyChange } from '../../policy/change-rules.ts'
import { appliedSaid, changeSaid, undoSaid } from '../../policy/history.ts'
import { datesMoved } from '../../policy/open-loans.ts'
import { outagesHere } from '../../circulation/charges/outage-fines.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** `is_looking`: this input records nothing, only shows what would be odd. */
type Named = { readonly title: string; readonly is_looking?: true } | { readonly refused: Refusal }
type Asked<Method extends AskedAct> = Omit<Input<Method>, 'commandId'>
type Namers = { readonly [Method in AskedAct]: (library: Library, speech: Speech, input: Asked<Method>) => Named }

const NAMERS: Namers = {
  'store.backup': (_, { words }, { to_folder }) => ({ title: words.pages.asks.backup(to_folder) }),
  'journal.export': (_, { words }, { to_file }) => ({ title: words.pages.asks.export(to_file) }),
  'desk.branch': (library, { words }, { branch_code, desk_name }) => {
    const branch = library.branch(branch_code)
    if (!branch) return { refused: refuse('branch-unknown', { branch: branch_code }) }
    return { title: words.pages.asks.move(desk_name, branch.name) }
  },
  'desk.trust-clock': (library, { words, moment }) => {
    return { title: words.pages.asks.clock(moment(library.clock.machineNow())) }
  },
  'outage.declare': (_, { words, dayTime }, { from_ms, to_ms, is_extending }) => {
    const [from, to] = [dayTime(instant(from_ms)), dayTime(instant(to_ms))]
    return { title: words.pages.asks.outage(from, to, is_extending) }
  },
  'outage.withdraw': (library, { words, dayTime }, { outage_ref }) => {
    const found = outagesHere(library).find((one) => one.outage_ref === outage_ref)
    if (!found) return { refused: refuse('outage-unknown') }
    const to = found.to_at_ms === null ? words.pages.this_desk.outage.still : dayTime(found.to_at_ms)
    return { title: words.pages.asks.outage_back(dayTime(found.from_at_ms), to) }
  },
  'policy.change': (library, speech, change) => ruleChange(library, speech, change, change.accept_findings),
  'policy.edit': (library, speech, { table, key, values }) =>
    ruleChange(library, speech, { table, key, after: values }, []),
  'policy.undo-last': (library, speech) => {
    const last = undoSaid(library, speech)
    return last === null ? { refused: refuse('nothing-to-undo') } : { title: speech.words.pages.asks.undo_rule(last) }
  },
  'policy.apply-row': (library, speech, { table, key }) => {
    return { title: speech.words.pages.asks.apply_rule(appliedSaid(library, speech, table, key)) }
  },
  'policy.apply-to-loans': (library, speech, { rule_code, is_shortening }) => {
    const found = datesMoved(library, rule_code, is_shortening)
    if ('code' in found) return { refused: found }
    const { count, before, after } = found
    const span = ([from, to]: readonly [Instant, Instant]): string => {
      const [first, last] = [speech.moment(from), speech.moment(to)]
      return first === last ? first : speech.words.pages.asks.span(first, last)
    }
    const rule = rowName(speech, 'loan_rule', rule_code)
    return { title: speech.words.pages.asks.apply_dates(rule, count, span(before), span(after)) }
  },
}

/** A form whose change is odd saves nothing yet: it shows what is odd, and then `policy.change` is asked for. */
function ruleChange(library: Library, speech: Speech, change: PolicyChange, accepted: readonly string[]): Named {
  const meant = meantBy(library, change)
  if ('code' in meant) return { refused: meant }
  const title = speech.words.pages.asks.rule(changeSaid(library, speech, meant))
  const against = objection(meant, accepted)
  if (against === null) return { title }
  return against.code === 'policy-findings' ? { title, is_looking: true } : { refused: against }
}

export function actNamed(desk: Desk, method: AskedAct, input: Readonly<Record<string, unknown>>): Named {
  const name = NAMERS[method] as (library: Library, speech: Speech, one: unknown) => Named
  return name(desk.library, speechOf(desk), input)
}

/**
 * Whether the act would still be called what its row says. The last change of a rule may be another by now, and this
 * computer may have another time: nobody approved that. A clock goes on while a person comes.
 */
export function isAsNamed(
  desk: Desk,
  method: AskedAct,
  input: Readonly<Record<string, unknown>>,
  title: string,
): boolean {
  const { words, moment } = speechOf(desk)
  if (method === 'desk.trust-clock') {
    const now = desk.library.clock.machineNow()
    const minutes = Array.from({ length: 1 + APPROVAL_MS / MS_PER_MINUTE }, (_, minute) => minute * MS_PER_MINUTE)
    return minutes.some((ago_ms) => words.pages.asks.clock(moment(instant(now - ago_ms))) === title)
  }
  const named = actNamed(desk, method, input)
  return 'refused' in named || named.title === title
}
