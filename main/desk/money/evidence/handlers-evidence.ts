/** The methods for auditors: read-only, and each export is entered in the journal by whom it was made. */
import { evidenceTables } from '../../../../shared/cash/evidence/tables.ts'
import { coinBoxesIn } from '../../../../shared/cash/drawer/coin-meter.ts'
import { letOffShares } from '../../../../shared/cash/evidence/let-off-share.ts'
import type { EVIDENCE_METHODS } from '../../../../shared/ipc/cash/methods-evidence.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import { COUNTED_PLACES } from '../../../../shared/journal/events/cash-places.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { silentBand } from '../../../../shared/desk/words/words.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cashExceptions } from '../../../../shared/reports/cash-exceptions.ts'
import { cardTakings } from '../../../../shared/reports/card-takings.ts'
import { lastLevels } from '../../../../shared/reports/drawer-level.ts'
import { takingsOf } from '../../../../shared/reports/cash-takings.ts'
import { keepSeen } from '../../../cash/closing/seen.ts'
import { earlierEvidence, gatherEvidence, waitingOutside } from '../../../cash/evidence/gather.ts'
import { packedEvidence } from '../../../cash/evidence/pack.ts'
import { placeSeen } from '../../../cash/places.ts'
import { numbersIn } from '../../../cash/report/checks-taken.ts'
import type { Actor } from '../../../library/actor.ts'
import type { Library } from '../../../library/library.ts'
import { no, ok, type Answer } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { ownCommand } from '../../../library/follow.ts'
import { here } from '../../../library/here.ts'
import { record } from '../../../library/record.ts'
import { openSessions } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { snapshotAnswer } from '../../handlers-desk.ts'
import { goToPage } from '../../places.ts'
import { keepLooked } from './looked.ts'
import { makeNewFiles, newPlace } from '../../staff/new-place.ts'

export type EvidenceMethod = keyof typeof EVIDENCE_METHODS

export function evidenceHandlers(desk: Desk): Pick<Handlers, EvidenceMethod> {
  return {
    'cash.export': (input) => exportCash(desk, input),
    'cash.look': async (input) => {
      const refused = await lookAtCash(desk, input)
      return refused ? { refused } : snapshotAnswer(desk)
    },
  }
}

/** Reads it while scans go on, and goes to the page. @returns why not, or null */
async function lookAtCash(desk: Desk, input: Input<'cash.look'>): Promise<Refusal | null> {
  const { library } = desk
  const period = { from_on: localDate(input.from_on), to_on: localDate(input.to_on) }
  if (period.to_on < period.from_on) return refuse('days-swapped')
  const by = actorOf(desk).staff?.staff_code
  keepAllSeen(library, actorOf(desk))
  const evidence = await gatherEvidence(library, period)
  const earlier = await earlierEvidence(library, period.from_on)
  const numbers = await numbersIn(library, evidence.sessions)
  // Another person came to the desk meanwhile: this is not theirs.
  if (actorOf(desk).staff?.staff_code !== by) return refuse('page-empty')
  const exceptions = cashExceptions(evidence, here(library).today, earlier, waitingOutside(library))
  const [takings, shares] = [takingsOf(evidence), letOffShares(evidence.levied)]
  const cards = cardTakings(evidence.sessions, (ref) => numbers.get(ref) ?? [])
  const boxes = evidence.sessions.flatMap(({ events }) => coinBoxesIn(events))
  keepLooked(desk, { ...period, exceptions, takings, shares, cards, boxes, levels: lastLevels(evidence.sessions) })
  return goToPage(desk, { place: 'cash-desk', about: '' })
}

/** What every drawer, the safe and the change fund should hold is in what this person reads. */
function keepAllSeen(library: Library, actor: Actor): void {
  for (const session of library.db.all(openSessions, {})) keepSeen(library, actor, session)
  for (const place of COUNTED_PLACES) placeSeen(library, actor, place)
}

async function exportCash(desk: Desk, input: Input<'cash.export'>): Promise<Answer<Output<'cash.export'>>> {
  const { library } = desk
  const by = actorOf(desk)
  const period = { from_on: localDate(input.from_on), to_on: localDate(input.to_on) }
  if (period.to_on < period.from_on) return no('days-swapped')
  const place = newPlace(library, input.to_file, 'file')
  if ('code' in place) return { refused: place }
  keepAllSeen(library, by)
  const evidence = await gatherEvidence(library, period)
  const sessions_count = evidence.sessions.length
  const bytes = await packedEvidence(evidenceTables(evidence))
  const entry = { kind: 'cash-exported', body: { ...period, sessions_count } } as const
  const enter = (): void => void record(library, by, ownCommand(library, entry.kind), [entry])
  const refused = makeNewFiles([{ path: place.path, text: bytes }], enter)
  if (refused) return { refused }
  const { exported, exported_says } = speechOf(desk).words.outcomes.cash
  if (desk.session.staff && desk.session.lock === null)
    desk.session = withBand(desk.session, silentBand(exported, exported_says(sessions_count, place.path)))
  return ok({ file: place.path, sessions_count })
}
