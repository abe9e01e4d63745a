/** The last days with their backups, as a strip with its table. Names neither folder nor person. */
import type { BackupStrip } from '../../../../shared/desk/pictures.ts'
import type { LocalDate } from '../../../../shared/kernel/time.ts'
import { backupDays, backupSpans, backupTicks, type BackupSpan } from '../../../../shared/reports/backup-days.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { here } from '../../../library/here.ts'
import { backupsNoted } from '../../../library/last-backup.ts'
import type { Library } from '../../../library/library.ts'

export function backupStrip(library: Library, speech: Speech): BackupStrip {
  const words = speech.words.pages.this_desk.desk.backups
  const { today } = here(library)
  const days = backupDays(backupsNoted(library), today)
  const ticks = backupTicks(days)
  const tickOf = (on: LocalDate): string => (on === today ? words.today : ticks.has(on) ? speech.dayOfYear(on) : '')
  const count = (state: BackupSpan['state']): number => days.filter((day) => day.state === state).length
  const says = [
    words.made(count('made'), days.length),
    ...(count('failed') > 0 ? [words.failed(count('failed'))] : []),
    ...(days.at(-1)?.state === 'none' ? [words.none_today] : []),
  ]
  return {
    kind: 'backup-strip',
    section_id: 'backups',
    heading: words.heading,
    says: says.join(' '),
    days: days.map(({ on, state }) => ({ on, state, tick: tickOf(on) })),
    columns: words.columns,
    spans: backupSpans(days).map(({ from_on, to_on, state, days_count }) => ({
      label: days_count === 1 ? speech.date(to_on) : words.span(speech.date(from_on), speech.date(to_on)),
      state,
      text: words.states[state],
      days_count,
    })),
  }
}
