/** The list under the line while a search is open. The focus stays in the line; the chosen row is named to it. */
import { useEffect, type ReactNode } from 'react'
import type { PatronHit, TitleHit } from '../../../shared/ipc/contract.ts'
import type { KeyMap } from '../../../shared/desk/keymap.ts'
import { actOfUnfound } from '../../desk/page.ts'
import { takeHit } from '../../desk/run.ts'
import type { DeskState, Hit, Search, SearchKind } from '../../desk/state.ts'
import { useDesk, useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { shown } from '../../text.ts'
import { Keys } from '../frame/keys.tsx'

export const HITS_ELEMENT_ID = 'hits'
/** An id of the page holds no space. */
export const hitElementId = (id: string): string => `hit-${id.replaceAll(' ', '_')}`

const HEADINGS: Readonly<Record<SearchKind, string>> = {
  titles: 'Find a title',
  people: 'Find a person',
  commands: 'Commands',
}
const EMPTY: Readonly<Record<SearchKind, string>> = {
  titles: 'Type a few letters of the title or the author, or scan the ISBN.',
  people: 'Type a part of the name, card, phone, e-mail or address, or the birth date, as 3/6/1971; or two of them.',
  commands: '',
}

function TitleRow({ title }: { readonly title: TitleHit }): ReactNode {
  return (
    <>
      <span>
        <b>
          <bdi>{shown(title.title)}</bdi>
        </b>
        <span className={css['sub']}>
          <bdi>
            {[title.author, title.year, title.format, title.call_number].filter(Boolean).map(shown).join(' · ')}
          </bdi>
        </span>
      </span>
      <span className={`${css['far']} ${title.in_count > 0 ? css['in'] : css['out']}`}>{title.availability}</span>
    </>
  )
}

function PersonRow({ person }: { readonly person: PatronHit }): ReactNode {
  return (
    <>
      <span>
        <b>
          <bdi>{shown(person.name)}</bdi>
        </b>
        {person.badges.map((badge) => (
          <span key={badge} className={css['badge']}>
            {badge}
          </span>
        ))}
        <span className={css['sub']}>
          <bdi>{[person.street, person.category].filter(Boolean).map(shown).join(' · ')}</bdi>
        </span>
      </span>
      <span className={css['far']}>
        {person.born_on === '' ? null : `born ${person.born_on}${person.age === null ? '' : `, ${person.age}`}`}
        <span className={css['sub']}>{person.card_tail === '' ? 'no card' : `card …${person.card_tail}`}</span>
      </span>
    </>
  )
}

function HitRow({ hit, keys }: { readonly hit: Hit; readonly keys: KeyMap }): ReactNode {
  if (hit.kind === 'titles') return <TitleRow title={hit.title} />
  if (hit.kind === 'people') return <PersonRow person={hit.person} />
  if (hit.kind === 'acts') {
    return (
      <>
        <b>{shown(hit.act.label)}</b>
        {hit.act.key === '' ? null : <Keys chord={hit.act.key} />}
      </>
    )
  }
  return (
    <>
      <span>
        <b>{hit.command.label}</b>
        <span className={css['sub']}>{hit.command.does}</span>
      </span>
      <Keys chord={keys[hit.command.action]} />
    </>
  )
}

/** What to do when nothing is found here: what the page makes of it, what else to type, and where else to look. */
function nothing(kind: SearchKind, state: DeskState): string {
  const { keys, snapshot } = state
  const unfound = actOfUnfound(state)?.act.label ?? ''
  if (unfound !== '') return `Nothing found. Enter: ${shown(unfound)}.`
  if (kind === 'people') {
    const what = '3 letters of a name, 4 digits of a card or phone, an e-mail, a street, or the birth date, as 3/6/1971'
    const titles = `${keys['find-title']} looks among the titles.`
    return `Nobody fits all of this. Try less of it, or something else: ${what}. ${titles}`
  }
  if (kind !== 'titles') return 'Nothing found.'
  // A page that asked for a title has no use for a person.
  const elsewhere = snapshot?.page?.titles_go_to ? 'Esc goes back.' : `${keys['find-person']} looks among the people.`
  return `Nothing found. ${elsewhere}`
}

function hintOf(search: Search, state: DeskState): string {
  if (search.hint !== '') return search.hint
  if (search.hits.length === 0) {
    if (search.text.trim() === '') return EMPTY[search.kind]
    return search.is_answered ? nothing(search.kind, state) : ''
  }
  const more = search.has_more ? 'More than these: type more letters. ' : ''
  return `${more}${search.chosen_id === null ? '↓ chooses, Enter opens.' : 'Enter opens.'}`
}

export function SearchList(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const { search, keys } = state
  const chosen_id = search?.chosen_id ?? null
  useEffect(() => {
    if (chosen_id !== null) document.getElementById(hitElementId(chosen_id))?.scrollIntoView({ block: 'nearest' })
  }, [chosen_id])
  if (!search) return null
  return (
    <section className={css['panel']} aria-label={HEADINGS[search.kind]} data-part="search" tabIndex={0}>
      {/* Not a datalist: rows hold several facts, and the focus stays in the line, which hears the keys. */}
      <div id={HITS_ELEMENT_ID} className={css['list']} role="listbox" aria-label={HEADINGS[search.kind]}>
        {search.hits.map((hit) => (
          <div
            key={hit.id}
            id={hitElementId(hit.id)}
            role="option"
            aria-selected={hit.id === search.chosen_id}
            className={css['hit']}
            onClick={() => takeHit(desk, hit)}
          >
            <HitRow hit={hit} keys={keys} />
          </div>
        ))}
      </div>
      <output className={css['hint']}>{hintOf(search, state)}</output>
    </section>
  )
}
