/**
 * The one line: scans, typed numbers, searches and commands. It owns the focus, clears itself, and is never disabled.
 * What stands in it belongs to the browser; the keys are heard in keys/listen.ts.
 */
import { ScanLine as ScanIcon, Search as SearchIcon } from 'lucide-react'
import { useEffect, useRef, type ClipboardEvent, type FormEvent, type ReactNode } from 'react'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { WAITING_MAX } from '../../../shared/desk/session/waiting.ts'
import type { Desk } from '../../desk/desk.ts'
import { openSearch, searchFor } from '../../desk/search.ts'
import type { DeskState, Search } from '../../desk/state.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { openHelp } from '../../desk/help.ts'
import { closeSearch } from '../../desk/run.ts'
import { clearLine } from '../../fields/field.ts'
import { isMeasuring } from '../../keys/hear-wedge.ts'
import css from '../../styles/line.module.css'
import { shown } from '../../text.ts'
import { screenWords, type ScreenWords } from '../../screen-words.ts'
import { gridElementIds, rowElementId } from '../page/page-ids.ts'
import { hitElementId, HITS_ELEMENT_ID } from './search-list.tsx'

/** From how many characters, one of them a letter, typing on the line looks for people by itself. */
const NAME_LENGTH_MIN = 3

/** "3/6", "(847", "555-0", "847 555": a date or a telephone number being typed; an ISBN is written so as well. */
const DATE_OR_PHONE = /^\s*(?:\d{1,2}\/\d|\(\d|(?!97[89])\d{3}[-. ]\d)/

function looksLikePerson(text: string): boolean {
  return (text.trim().length >= NAME_LENGTH_MIN && /\p{L}/u.test(text)) || DATE_OR_PHONE.test(text)
}

/**
 * The line's text changed: a search follows it. A slash on the empty line opens the commands, words the people,
 * or the titles where a page asks for one.
 */
export function onLineText(desk: Desk, text: string): void {
  const { search, snapshot } = desk.store.now()
  if (!search) {
    if (text === '?') {
      clearLine()
      openHelp(desk)
    } else if (text.startsWith('/')) {
      openSearch(desk, 'commands')
      searchFor(desk, text.slice(1))
    } else if (looksLikePerson(text) && !isMeasuring(desk)) {
      openSearch(desk, snapshot?.page?.titles_go_to ? 'titles' : 'people')
      searchFor(desk, text)
    }
    return
  }
  if (search.kind !== 'commands') return searchFor(desk, text)
  searchFor(desk, text.replace(/^\//, ''))
}

/**
 * A column of barcodes copied elsewhere: each is scanned by itself. The line would run them together into one. None is
 * scanned of more than can wait: where the first asks a question, the last ones would be refused one by one.
 */
function onPasted(desk: Desk, event: ClipboardEvent): void {
  const texts = event.clipboardData.getData('text').split(/\r\n|\r|\n/)
  const barcodes = texts.map((text) => text.trim()).filter((text) => text !== '')
  if (barcodes.length < 2 || desk.store.now().search) return
  event.preventDefault()
  const { snapshot } = desk.store.now()
  const room_count = WAITING_MAX - (snapshot?.waiting.scans.length ?? 0)
  if (barcodes.length > room_count) {
    const { heading, sentence } = screenWords(desk.store.now()).line.pasted
    const says = { heading: heading(barcodes.length), sentence: sentence(room_count) }
    return desk.say({ outcome: 'stop', weight: 'full', ...says })
  }
  for (const barcode of barcodes) desk.scan(barcode, 'typed')
}

type ModeProps = {
  readonly snapshot: DeskSnapshot
  readonly search: Search | null
  /** The page says what a scan is for: then it is not for lending or taking back. */
  readonly isPageHint: boolean
}

function Mode({ snapshot, search, isPageHint }: ModeProps): ReactNode {
  const words = useWords().line
  if (search) return <span className={css['mode']}>{words.esc_goes_back}</span>
  if (isPageHint)
    return snapshot.patron ? (
      <span className={css['mode']}>
        <bdi>{shown(snapshot.patron.name)}</bdi> {words.is_here}
      </span>
    ) : null
  if (snapshot.mode !== 'out')
    return <span className={`${css['mode']} ${css['in']}`}>{words.modes[snapshot.mode].now}</span>
  if (!snapshot.patron) return null
  return (
    <span className={css['mode']}>
      {words.checking_out_to} <bdi>{shown(snapshot.patron.name)}</bdi>
    </span>
  )
}

type Combo = Record<string, string | boolean | undefined>

/** Combobox attributes while a search or a page with rows is open; a plain text field otherwise. */
function comboProps({ search, snapshot, page_row_id }: DeskState): Combo {
  if (search) {
    return {
      role: 'combobox',
      'aria-expanded': search.hits.length > 0,
      'aria-controls': HITS_ELEMENT_ID,
      'aria-autocomplete': 'list',
      'aria-activedescendant': search.chosen_id === null ? undefined : hitElementId(search.chosen_id),
    }
  }
  const page = snapshot?.page
  const grids = page ? gridElementIds(page) : ''
  if (!page || grids === '') return {}
  return {
    role: 'combobox',
    'aria-haspopup': 'grid',
    'aria-expanded': true,
    'aria-controls': grids,
    'aria-activedescendant': page_row_id === null ? undefined : rowElementId(page, page_row_id),
  }
}

function pageHint({ snapshot, panel }: DeskState): string {
  return panel === 'none' ? (snapshot?.page?.line_hint ?? '') : ''
}

function labelOf(words: ScreenWords['line'], state: DeskState): string {
  const { search, snapshot } = state
  if (search) return words.search[search.kind].label
  const hint = pageHint(state)
  if (hint !== '') return shown(hint)
  const mode = snapshot?.mode ?? 'out'
  return mode === 'out' && snapshot?.patron ? words.patron_hint : words.modes[mode].hint
}

export function ScanLine(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const { snapshot, search, waiting_count, panel } = state
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(panel)
  useEffect(() => {
    // Settings and help have fields of their own; help gives the focus back itself.
    const keepsOff = panel === 'settings' || panel === 'help' || (panel === 'none' && before.current === 'help')
    if (!keepsOff) input.current?.focus({ preventScroll: true })
    before.current = panel
  }, [panel])
  const onInput = (event: FormEvent<HTMLInputElement>): void => {
    const text = event.currentTarget.value
    // As it is now, which may not be drawn yet.
    const search = desk.store.now().search
    if (search?.kind === 'commands' && text === '' && search.text === '') closeSearch(desk)
    else onLineText(desk, text)
  }
  const words = useWords().line
  if (!snapshot) return null
  const label = labelOf(words, state)
  const Icon = search ? SearchIcon : ScanIcon
  return (
    <div className={css['line']} data-part="line">
      <Icon className="icon" aria-hidden="true" />
      <input
        ref={input}
        id="line"
        data-home
        type="text"
        className={css['input']}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onInput={onInput}
        onPaste={(event) => onPasted(desk, event)}
        {...comboProps(state)}
      />
      {waiting_count > 0 ? <span className={css['waiting']}>{words.waiting(waiting_count)}</span> : null}
      <Mode snapshot={snapshot} search={search} isPageHint={pageHint(state) !== ''} />
    </div>
  )
}
