/**
 * Follows the log: takes each upload into its desk's twin, settles that into the library's file, and notes what it
 * changed. A stop anywhere goes on where it was: a twin says itself how far it is, and to settle twice changes nothing.
 * What does not fit is decided in the log first.
 */
import { FIRST_HEAD, seal } from '../../main/journal/chain.ts'
import { Journal } from '../../main/journal/journal.ts'
import { followReference } from '../../main/journal/rebase.ts'
import { layRows } from '../../main/journal/lay.ts'
import { settleToHead } from '../../main/journal/settle.ts'
import { takeCommands } from '../../main/journal/sync/take.ts'
import { readEventHash, readTerminal } from '../../main/store/journal/journal-rows.ts'
import { openStore, type Store } from '../../main/store/store.ts'
import { placeText, type Place } from '../../shared/journal/place.ts'
import { must } from '../../shared/kernel/assert.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { decodeBatch } from '../../shared/protocol/batch.ts'
import type { Log, Upload } from '../log/log.ts'
import { unpacked } from '../unpack.ts'
import { buildFiles } from './build.ts'
import { keepPos, keptPos, noteReplaced, watchChanges, workOf } from './feed-changes.ts'
import { areMade, madeFiles, makeFiles } from './files.ts'

const UPLOADS_AT_ONCE = 16

type Twin = { readonly store: Store; readonly journal: Journal; readonly leftOut: Map<string, string> }

export type KeeperPorts = {
  readonly log: Log
  readonly folder: string
  readonly key: Uint8Array
  /** Everything up to this position is in the library's file. */
  readonly onKept: (log_pos: number) => void
}

export class Keeper {
  readonly #ports: KeeperPorts
  readonly #twins = new Map<string, Twin>()

  constructor(ports: KeeperPorts) {
    this.#ports = ports
  }

  /** Takes whatever the log has more. @throws OperatingError, after which it can be called again */
  async keepUp(): Promise<void> {
    const { log, folder, key } = this.#ports
    const { founder_code } = await log.library()
    if (founder_code === null) return
    if (!areMade(folder)) await makeFiles(folder, (files) => buildFiles(log, founder_code, key, files))
    const founder = await this.#twin(founder_code)
    for (;;) {
      const uploads = await log.uploads(keptPos(founder.store.reference.db), UPLOADS_AT_ONCE)
      if (uploads.length === 0) return this.#ports.onKept(keptPos(founder.store.reference.db))
      for (const upload of uploads) {
        await this.#keep(upload)
        this.#ports.onKept(upload.log_pos)
      }
    }
  }

  async #twin(terminal_code: string): Promise<Twin> {
    const known = this.#twins.get(terminal_code)
    if (known) return known
    const { log, folder, key } = this.#ports
    const files = madeFiles(folder)
    const store = openStore(files.twin(terminal_code), key, false, false, files.shared)
    try {
      noteReplaced(store.reference.db)
      watchChanges(store.reference.db)
      const { epoch } = must(store.db.get(readTerminal, {}), 'a twin knows whose it is')
      const journal = new Journal(store, terminal_code, epoch)
      followReference({ writes: store })
      layRows({ writes: store })
      const outcomes = await log.outcomes(terminal_code)
      const leftOut = new Map(outcomes.map((one) => [placeText(one), one.reason]))
      const twin = { store, journal, leftOut }
      this.#twins.set(terminal_code, twin)
      return twin
    } catch (fault) {
      store.close()
      throw fault
    }
  }

  async #keep(upload: Upload): Promise<void> {
    const twin = await this.#twin(upload.terminal_code)
    const { store, journal, leftOut } = twin
    const reference = store.reference.db
    workOf(reference, upload.terminal_code)
    const after = { epoch: upload.after_epoch, seq: upload.after_seq }
    const head = store.db.get(readEventHash, after)?.hash ?? FIRST_HEAD
    const sealed = unpacked(upload.sealed)
    const batch = decodeBatch({ sealed, beside: upload.beside && unpacked(upload.beside) }, { head, seal })
    if (batch.kind === 'newer') throw new OperatingError('from-future', `position ${upload.log_pos}: ${batch.says}`)
    if (batch.kind !== 'events') throw new OperatingError('chain-broken', `position ${upload.log_pos}: ${batch.says}`)
    for (;;) {
      const misfit = takeCommands(journal, batch.commands, (place) => leftOut.get(placeText(place)) ?? null)
      if (misfit === null) break
      await this.#decide(twin, upload, misfit.place, misfit.reason)
    }
    settleToHead(journal)
    keepPos(reference, upload.log_pos)
  }

  async #decide({ leftOut }: Twin, upload: Upload, place: Place, reason: string): Promise<void> {
    const { log_pos, terminal_code } = upload
    await this.#ports.log.decide({ log_pos, terminal_code, ...place, outcome_code: 'review', reason })
    leftOut.set(placeText(place), reason)
  }

  close(): void {
    for (const { store } of this.#twins.values()) store.close()
    this.#twins.clear()
  }
}
