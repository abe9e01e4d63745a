/**
 * Takes snapshots, newest version only, and announces each new outcome once, and when a patron or staff member has
 * left.
 */
import { outcomeClassSchema, type Band, type DeskSnapshot } from '../../shared/desk/screen.ts'
import { screenWords, type ScreenWords } from '../screen-words.ts'
import { followPage } from './page.ts'
import { followAsked, type Notice, type Store } from './state.ts'

/**
 * One outcome to announce: a sound, a sentence. Sent once for each, however seldom the screen is drawn. `from`: a scan
 * for the patron open before it; an act, or a scan that opened an account. `spoken` is empty where a sound is enough.
 */
export type Heard = Pick<Band, 'outcome' | 'weight' | 'kind' | 'heading' | 'fact' | 'spoken' | 'is_off'> & {
  readonly from: 'scan' | 'act'
}

const PLAIN = { kind: null, heading: '', fact: null, from: 'act' } as const

/** The open patron is gone; `everybody` when the desk is no longer in use. */
export type Left = 'patron' | 'everybody'

type Listeners<Told> = {
  readonly tell: (told: Told) => void
  readonly add: (listener: (told: Told) => void) => () => void
}

export function createListeners<Told>(): Listeners<Told> {
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
  /** Only its sound: it is said elsewhere. */
  readonly sound: (notice: Notice) => void
  readonly forgetVersion: () => void
  readonly onHeard: (listener: (heard: Heard) => void) => () => void
  readonly onLeft: (listener: (left: Left) => void) => () => void
}

/**
 * Whether the patron changed; having no patron, but a cart or a page, also counts. A snapshot that takes nothing off
 * the screen ends nothing: the same one can come twice, by its command and by a push.
 */
function leftBetween(before: DeskSnapshot | null, after: DeskSnapshot): Left | null {
  if (!before) return null
  if (after.stage !== 'desk') return before.stage === 'desk' ? 'everybody' : null
  const isOther = before.patron !== null && before.patron.patron_id !== after.patron?.patron_id
  const isEmptied = after.band === null && (before.band !== null || !isSamePlace(before, after))
  return isOther || isEmptied ? 'patron' : null
}

function isSamePlace(before: DeskSnapshot, after: DeskSnapshot): boolean {
  const was = before.page?.ref
  const is = after.page?.ref
  return was?.place === is?.place && was?.about === is?.about && before.mode === after.mode
}

/** Where the clerk is now, if that changed: a page and its purpose, or what a scan means. Null: nothing changed. */
function placeSaid(before: DeskSnapshot | null, after: DeskSnapshot, { band }: ScreenWords): string | null {
  if (before?.stage !== 'desk' || after.stage !== 'desk' || isSamePlace(before, after)) return null
  return after.page === null ? band.idle[after.mode].heading : `${after.page.heading}. ${after.page.lead}`
}

/**
 * What waiting scans did by themselves, not heard yet, in order. One snapshot brings them all: only the worst sounds,
 * or the last would cut it off.
 */
function ranSince({ waiting }: DeskSnapshot, number: number | null): readonly (Heard & { readonly number: number })[] {
  const ran = number === null ? [] : waiting.ran.filter((one) => one.number > number)
  const worst = Math.max(...ran.map(rankOf))
  return ran.map(({ is_opening, ...one }) => {
    const weight = rankOf(one) < worst ? 'silent' : one.weight
    return { ...one, weight, from: is_opening ? 'act' : 'scan' }
  })
}

const rankOf = ({ outcome }: Pick<Band, 'outcome'>): number => outcomeClassSchema.options.indexOf(outcome)

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
      // The first band after a start was announced before; a lower number means a restarted station.
      const ran = ranSince(snapshot, band_number)
      for (const one of ran) heard.tell(one)
      const heard_to = ran.at(-1)?.number ?? band_number
      const isNew = band && heard_to !== null && band.number > heard_to
      const isOpened = before?.patron?.patron_id !== snapshot.patron?.patron_id
      if (isNew) heard.tell({ ...band, from: isOpened ? 'act' : from })
      const place = isNew || ran.length > 0 ? null : placeSaid(before, snapshot, screenWords(store.now()))
      if (place !== null) heard.tell({ ...PLAIN, outcome: 'done', weight: 'silent', spoken: place })
      band_number = band?.number ?? band_number ?? 0
      const isSameStage = before?.stage === snapshot.stage
      const followed = { ...followPage(store.now(), snapshot), ...followAsked(store.now(), snapshot) }
      const cleared = isSameStage ? {} : ({ panel: 'none', search: null, notice: null } as const)
      store.change({ snapshot, ...followed, ...cleared })
    },
    say: (notice) => {
      store.change({ notice })
      const { outcome, weight, heading, sentence } = notice
      heard.tell({ ...PLAIN, outcome, weight, spoken: `${heading} ${sentence}` })
    },
    sound: ({ outcome, weight }) => heard.tell({ ...PLAIN, outcome, weight, spoken: '' }),
    forgetVersion: () => {
      version = -1
      band_number = null
    },
    onHeard: heard.add,
    onLeft: left.add,
  }
}
