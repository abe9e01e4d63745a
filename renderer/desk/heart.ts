/**
 * Takes snapshots in, newest version only, and tells each new outcome to those who make it heard, and when somebody has
 * left. Must never tell an outcome twice.
 */
import type { Band, DeskSnapshot } from '../../shared/desk/screen.ts'
import { followPage } from './page.ts'
import { followAsked, type Notice, type Store } from './state.ts'

/**
 * One outcome to be heard: a sound, a sentence. Comes once for each, however seldom the screen is drawn. `from`: a scan
 * for whoever was here before it; an act, or a scan that opened somebody.
 */
export type Heard = Pick<Band, 'outcome' | 'kind' | 'spoken'> & { readonly from: 'scan' | 'act' }

/** Who was here is gone; `everybody` when the desk is not in use any more. */
export type Left = 'patron' | 'everybody'

type Listeners<Told> = {
  readonly tell: (told: Told) => void
  readonly add: (listener: (told: Told) => void) => () => void
}

function createListeners<Told>(): Listeners<Told> {
  const listeners = new Set<(told: Told) => void>()
  return {
    tell: (told) => listeners.forEach((listener) => listener(told)),
    add: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Heart = {
  readonly take: (snapshot: DeskSnapshot, from?: Heard['from']) => void
  readonly say: (notice: Notice) => void
  readonly forgetVersion: () => void
  readonly onHeard: (listener: (heard: Heard) => void) => () => void
  readonly onLeft: (listener: (left: Left) => void) => () => void
}

/** Whose moment it is: also of nobody, with a cart that was begun. */
function leftBetween(before: DeskSnapshot | null, after: DeskSnapshot): Left | null {
  if (!before) return null
  if (after.stage !== 'desk') return before.stage === 'desk' ? 'everybody' : null
  const isOther = before.patron !== null && before.patron.patron_id !== after.patron?.patron_id
  return isOther || after.band === null ? 'patron' : null
}

export function createHeart(store: Store): Heart {
  const heard = createListeners<Heard>()
  const left = createListeners<Left>()
  let version = -1
  let band_number: number | null = null
  return {
    take: (snapshot, from = 'act') => {
      if (snapshot.version < version) return
      version = snapshot.version
      const { band } = snapshot
      const before = store.now().snapshot
      const gone = leftBetween(before, snapshot)
      if (gone) left.tell(gone)
      // The first band after a start was heard before; a lower number is a station that began anew.
      const isNew = band && band_number !== null && band.number > band_number
      const isOpened = before?.patron?.patron_id !== snapshot.patron?.patron_id
      if (isNew) heard.tell({ ...band, from: isOpened ? 'act' : from })
      band_number = band?.number ?? band_number ?? 0
      const isSameStage = before?.stage === snapshot.stage
      const followed = { ...followPage(store.now(), snapshot), ...followAsked(store.now(), snapshot) }
      const anew = isSameStage ? {} : ({ panel: 'none', search: null, notice: null } as const)
      store.change({ snapshot, ...followed, ...anew })
    },
    say: (notice) => {
      store.change({ notice })
      const { outcome, heading, sentence } = notice
      heard.tell({ outcome, kind: null, spoken: `${heading} ${sentence}`, from: 'act' })
    },
    forgetVersion: () => {
      version = -1
      band_number = null
    },
    onHeard: heard.add,
    onLeft: left.add,
  }
}
