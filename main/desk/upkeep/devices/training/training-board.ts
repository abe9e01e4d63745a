/**
 * The training devices of a practice desk, as the station knows them: how they are, the paper that their printer
 * printed, whether their panel is shown. Nothing of it is kept.
 */
import { SHEETS_MAX, type SheetRows, type TrainingNow } from '../../../../../shared/devices/training/wire.ts'
import { NOTHING_NOTED, notedAfter, type Noted, type NotedNow } from '../../../../../shared/devices/training/noted.ts'
import type { FromDevicesHost } from '../../../../../shared/devices/wire.ts'

export class TrainingBoard {
  #now: TrainingNow | null = null
  #noted = NOTHING_NOTED
  /** By sheet, its rows of dots from the first on. */
  readonly #papers = new Map<number, Buffer>()
  isShown = false

  /** Null: the devices process has not said. */
  get now(): TrainingNow | null {
    return this.#now
  }

  /** What was practiced since the task began. */
  get noted(): Noted {
    return this.#noted
  }

  note(now: Pick<NotedNow, 'papers_open_count' | 'done'>): void {
    if (this.#now === null) return
    const { printer, is_drawer_open } = this.#now
    this.#noted = notedAfter(this.#noted, { ...now, paper: printer.paper, is_drawer_open })
  }

  /** Another task begins. */
  noteAgain(): void {
    this.#noted = NOTHING_NOTED
  }

  /** Rows of a sheet from one of them on; null: it was thrown away, or has none so far. */
  rowsOf(sheet_number: number, from_dots: number): SheetRows | null {
    const sheet = this.#now?.sheets.find((one) => one.sheet_number === sheet_number)
    const paper = this.#papers.get(sheet_number)
    if (!sheet || !paper) return null
    const rows = paper.subarray(from_dots * strideOfSheet(sheet)).toString('base64')
    return { sheet_number, from_dots, rows }
  }

  said(message: FromDevicesHost): void {
    if (message.kind === 'host' && message.state !== 'up') this.#forget()
    if (message.kind === 'training') this.#now = message.now
    if (message.kind === 'training-printed') this.#printed(message.rows)
  }

  #printed({ sheet_number, from_dots, rows }: SheetRows): void {
    const bytes = Buffer.from(rows, 'base64')
    const before = from_dots === 0 ? Buffer.alloc(0) : (this.#papers.get(sheet_number) ?? Buffer.alloc(0))
    this.#papers.set(sheet_number, Buffer.concat([before, bytes]))
    for (const number of [...this.#papers.keys()].toSorted((one, other) => one - other).slice(0, -SHEETS_MAX))
      this.#papers.delete(number)
  }

  #forget(): void {
    this.#now = null
    this.#papers.clear()
  }
}

const strideOfSheet = ({ width_dots }: { readonly width_dots: number }): number => Math.ceil(width_dots / 8)
