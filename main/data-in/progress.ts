/** How far an import is: counts by file, bytes over all files, and words. Tells the screen about ten times a second. */
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import type { BesideDesk } from '../../shared/import/mapping/authority.ts'
import type { RowFault } from '../../shared/import/reason.ts'
import { added, sumText, type OpeningSum } from '../../shared/import/opening-sum.ts'
import type { LossLine } from '../../shared/import/mapping/loss-line.ts'
import type { LossSum } from '../../shared/import/mapping/losses.ts'
import { labelOf } from '../../shared/words/labels.ts'
import type { NumberOffer } from '../../shared/import/marc-number.ts'
import { findingLead } from '../../shared/circulation/policy-check/findings.ts'
import type { Clock, Instant } from '../../shared/kernel/time.ts'
import type { Speech } from '../../shared/words/speech.ts'
import type { FoundFile } from './folder.ts'
import type { FileRefused } from './file-refused.ts'
import { lossSaid } from './loss-said.ts'

type FileStatus = { -readonly [K in keyof ImportStatus['files'][number]]: ImportStatus['files'][number][K] }
type Ports = {
  readonly clock: Clock
  readonly onProgress: (status: ImportStatus) => void
  readonly pause: () => Promise<void>
  readonly speech: Speech
  readonly is_preview?: boolean
}

/** Where the report lies, and its first lines. */
type Told = { readonly path: string; readonly shown: ImportStatus['report'] }

/** What is told of a file that was taken, besides its rows. */
export type FileNotes = {
  /** Lines of the report about rows that were taken. */
  readonly notes_count: number
  /** People who work here and have a PIN. */
  readonly pins_kept_count: number
  /** MARC records without a number. */
  readonly wanting_count: number
  /** Of barcodes with 14 digits: those with a wrong check digit, and all. */
  readonly bad_check_count: number
  readonly fourteen_count: number
  /** The first line that is not UTF-8; null: the file is. */
  readonly windows_1252_line: number | null
}

const TOLD_EVERY_MS = 100
/** How long, and for how many rows, the importer keeps the event loop to itself. */
const TURN_MS = 8
const TURN_ROWS = 200

export class Progress {
  readonly #files: readonly FileStatus[]
  readonly #report: Told
  readonly #ports: Ports
  readonly #bytes_all: number
  #bytes_before = 0
  #bytes_here = 0
  #now = -1
  #sizes: readonly number[]
  #told_at: Instant | null = null
  #breathed_at: Instant
  #rows_since_breath = 0
  #running = true
  #erased_count = 0
  readonly #opening: ImportStatus['opening'] = []
  #numberless_count = 0
  #number_offers: ImportStatus['number_offers'] = []
  #findings: ImportStatus['findings'] = []
  #changed_rules: ImportStatus['changed_rules'] = []
  readonly #losses: LossLine[] = []
  /** Of the files taken, and of the one at hand. */
  #beside: readonly BesideDesk[] = []
  #beside_here: readonly BesideDesk[] = []

  constructor(files: readonly FoundFile[], report: Told, ports: Ports) {
    this.#files = files.map(({ name }) => {
      return { file: name, rows_count: 0, imported_count: 0, rejected_count: 0, state: 'waiting', message: '' }
    })
    this.#sizes = files.map((file) => file.bytes)
    this.#bytes_all = this.#sizes.reduce((all, bytes) => all + bytes, 0)
    this.#report = report
    this.#ports = ports
    this.#breathed_at = ports.clock.now()
  }

  get #words(): Speech['words']['screen']['import']['report_lines'] {
    return this.#ports.speech.words.screen.import.report_lines
  }

  /** The rules of the folder need an answer: nothing was imported, and the bar begins again from nothing. */
  get #isAsking(): boolean {
    return this.#findings.length + this.#changed_rules.length > 0
  }

  get #file(): FileStatus {
    const file = this.#files[this.#now]
    if (!file) throw new RangeError('no file has been begun')
    return file
  }

  begin(file: FoundFile): void {
    this.#now += 1
    this.#file.state = 'reading'
    this.#bytes_here = 0
    this.#beside_here = this.#beside
    if (this.#file.file !== file.name) throw new RangeError('files are begun in their order')
    this.#tell()
  }

  /** Counts a row of the file at hand. */
  count(isTaken: boolean): void {
    const file = this.#file
    file.rows_count += 1
    if (isTaken) file.imported_count += 1
    else file.rejected_count += 1
  }

  /** Counts a value of this desk that stayed, or over which the file won. */
  besideDesk({ column, isWon }: NonNullable<RowFault['beside']>): void {
    const before = this.#beside_here.find((one) => one.column === column)
    const { kept_count, won_count } = before ?? { kept_count: 0, won_count: 0 }
    const now = isWon ? { kept_count, won_count: won_count + 1 } : { kept_count: kept_count + 1, won_count }
    this.#beside_here = [...this.#beside_here.filter((one) => one !== before), { column, ...now }]
  }

  /** Whether the event loop should get its turn now. Asked often; a stopped clock is no excuse. */
  isBreathDue(): boolean {
    this.#rows_since_breath += 1
    if (this.#rows_since_breath >= TURN_ROWS) return true
    return this.#rows_since_breath % 10 === 0 && this.#ports.clock.now() - this.#breathed_at >= TURN_MS
  }

  /** Lets the event loop turn, and tells the screen when it is time. */
  async breathe(bytes_here: number): Promise<void> {
    this.#bytes_here = bytes_here
    const now = this.#ports.clock.now()
    if (this.#told_at === null || now - this.#told_at >= TOLD_EVERY_MS) this.#tell()
    await this.#ports.pause()
    this.#rows_since_breath = 0
    this.#breathed_at = this.#ports.clock.now()
  }

  /**
   * @param erased_count patrons left out since they were erased here
   * @param opening the file's open debts or credits, which stand in the reference file to the cent
   */
  taken(notes: FileNotes, erased_count: number, opening: readonly OpeningSum[]): void {
    this.#erased_count += erased_count
    this.#opening.push(...opening.map((sum) => ({ file: this.#file.file, ...sum })))
    const { imported_count, rejected_count } = this.#file
    this.#file.state = 'taken'
    this.#beside = this.#beside_here
    this.#file.message = [
      this.#words.taken_in(imported_count, rejected_count),
      ...this.#saidOf(notes),
      ...this.#saidOfOpening(opening),
    ].join(' ')
    this.#end()
  }

  #saidOf(notes: FileNotes): readonly string[] {
    const words = this.#words
    const { notes_count, pins_kept_count, wanting_count, bad_check_count, windows_1252_line } = notes
    return [
      notes_count > 0 ? words.notes(notes_count) : '',
      pins_kept_count > 0 ? words.pins_kept(pins_kept_count) : '',
      wanting_count > 0 ? words.no_number(wanting_count) : '',
      bad_check_count > 0 ? words.check_digits(bad_check_count, notes.fourteen_count) : '',
      windows_1252_line === null ? '' : words.windows_1252(windows_1252_line),
    ].filter((said) => said !== '')
  }

  #saidOfOpening(opening: readonly OpeningSum[]): readonly string[] {
    const [first, ...rest] = opening
    if (first === undefined) return []
    const { of, stored_count, stored_cents } = rest.reduce(added, first)
    return [this.#words.to_the_cent[of](stored_count, sumText(stored_cents, this.#ports.speech.money))]
  }

  /** Nothing of the file was kept: all rows seen so far count as left out. */
  refused(reason: FileRefused): { readonly rows_count: number } {
    const file = this.#file
    file.state = 'refused'
    file.imported_count = 0
    file.rejected_count = file.rows_count
    file.message = this.#words.left_out_whole(reason.line, this.#ports.speech.importReason(reason.reason))
    this.#end()
    return { rows_count: file.rows_count }
  }

  #end(): void {
    this.#bytes_before += this.#sizes[this.#now] ?? 0
    this.#bytes_here = 0
    this.#tell()
  }

  /** The rules of the folder need a confirmation, or a decision between two versions: nothing is imported. */
  ask(findings: ImportStatus['findings'], changed_rules: ImportStatus['changed_rules']): void {
    this.#findings = findings
    this.#changed_rules = changed_rules
  }

  /** What became of the cells of a mapped file that was taken. */
  lost(sums: readonly LossSum[]): void {
    const { whys } = this.#words
    for (const { whys: codes, examples, ...sum } of sums) {
      const reason = codes.map((code) => labelOf(whys, code)).join('; ')
      this.#losses.push({ file: this.#file.file, ...sum, reason, examples: [...examples] })
    }
  }

  get losses(): readonly LossLine[] {
    return this.#losses
  }

  /** Records without a number were left out, and may have it from elsewhere. */
  offerNumbers(numberless_count: number, offers: readonly NumberOffer[]): void {
    this.#numberless_count = numberless_count
    this.#number_offers = offers.map((one) => ({ ...one, says: this.#ports.speech.marcPlace(one.place) }))
  }

  finished(): ImportStatus {
    this.#running = false
    this.#tell()
    return this.#status()
  }

  #status(): ImportStatus {
    const done = this.#bytes_before + Math.min(this.#bytes_here, this.#sizes[this.#now] ?? 0)
    const read = this.#bytes_all === 0 ? 0 : Math.min(done / this.#bytes_all, 1)
    const progress = this.#running ? read : this.#isAsking ? 0 : 1
    const files = this.#files.map((file) => ({ ...file }))
    const report = [...this.#report.shown]
    const asks = { findings: [...this.#findings], changed_rules: [...this.#changed_rules] }
    return {
      running: this.#running,
      progress,
      files,
      report_file: this.#report.path,
      report,
      ...asks,
      erased_count: this.#erased_count,
      opening: [...this.#opening],
      numberless_count: this.#numberless_count,
      number_offers: [...this.#number_offers],
      is_preview: this.#ports.is_preview ?? false,
      losses: [...this.#losses],
      beside_desk: [...this.#beside],
    }
  }

  #tell(): void {
    this.#told_at = this.#ports.clock.now()
    this.#ports.onProgress(this.#status())
  }

  /** The report in words, a line a file. */
  summary(): readonly string[] {
    const { leads } = this.#ports.speech.words.policy
    const words = this.#words
    if (this.#isAsking) {
      return [
        words.nothing_taken,
        '',
        ...this.#findings.map(({ name, kind, says }) => `${leads[findingLead({ name, kind })]}: ${says}`),
        ...this.#changed_rules.map(({ says }) => says),
      ]
    }
    const lines = this.#files.map((file) => `${file.file}: ${file.message || words.not_reached}`)
    return [
      this.#ports.is_preview ? words.would_become : words.what_became,
      '',
      ...lines,
      ...this.#beside.map((one) => words.beside_desk(one.column, one.kept_count, one.won_count)),
      ...this.#losses.map((line) => lossSaid(words, line)),
      ...this.#number_offers.map(({ says, records_count }) =>
        words.numbered(this.#numberless_count, records_count, says),
      ),
    ]
  }
}
