/** The list under the line while a search is open. The focus stays in the line; the chosen row is named to it. */
import { useEffect, type ReactNode } from 'react'
import { isSaleBegun } from '../../../shared/cash/pay/quick-sale.ts'
import type { PatronHit, TitleHit } from '../../../shared/ipc/contract.ts'
import type { KeyMap } from '../../../shared/desk/keymap.ts'
import { actOfUnfound } from '../../desk/page.ts'
import { takeHit } from '../../desk/run.ts'
import type { DeskState, Hit, Search } from '../../desk/state.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { shown } from '../../text.ts'
import type { ScreenWords } from '../../screen-words.ts'
import { Keys } from '../frame/keys.tsx'

export const HITS_ELEMENT_ID = 'hits'
/** An id of the page holds no space. */
export const hitElementId = (id: string): string => `hit-${id.replaceAll(' ', '_')}`

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
  const words = useWords().line
  return (
    <>
      <span>
        <b>
          <bdi>{shown(person.name)}</bdi>
        </b>
        {person.former === '' ? null : (
          <span className={css['badge']}>
            <bdi>{words.formerly(shown(person.former))}</bdi>
          </span>
        )}
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
        {person.born_on === '' ? null : words.born(person.born_on, person.age)}
        <span className={css['sub']}>{person.card_tail === '' ? words.no_card : words.card(person.card_tail)}</span>
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
  return <CommandRow hit={hit} keys={keys} />
}

type CommandHit = Extract<Hit, { kind: 'commands' }>

function CommandRow({ hit, keys }: { readonly hit: CommandHit; readonly keys: KeyMap }): ReactNode {
  const said = useSaid()
  const { not_on_account } = useWords().line
  const { label, does, target } = hit.command
  return (
    <>
      <span>
        <b>{label}</b>
        <span className={css['sub']}>{hit.is_absent ? not_on_account : said(does)}</span>
      </span>
      {target.kind === 'act' && !hit.is_absent ? <Keys chord={keys[target.action]} /> : null}
    </>
  )
}

/** What to do when nothing is found here: what the page makes of it, what else to type, and where else to look. */
function nothing(words: ScreenWords['line'], { kind, text }: Search, state: DeskState): string {
  const unfound = actOfUnfound(state)?.act.label ?? ''
  if (unfound !== '') return words.nothing_enter(unfound)
  if (kind === 'people') return isSaleBegun(text) ? words.sale : words.nobody
  // A page that asked for a title has no use for a person.
  return state.snapshot?.page?.titles_go_to ? words.nothing_back : words.nothing_people
}

function hintOf(words: ScreenWords['line'], search: Search, state: DeskState): string {
  if (search.hint !== null) return words[search.hint]
  if (search.hits.length === 0) {
    if (search.text.trim() === '') return words.search[search.kind].empty
    return search.is_answered ? nothing(words, search, state) : ''
  }
  const [first] = search.hits
  if (first?.kind === 'commands' && first.text !== undefined) return words.nothing_elsewhere
  const keys = search.chosen_id === null ? words.choose : words.enter
  return search.has_more ? `${words.more} ${keys}` : keys
}

export function SearchList(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const { search, keys } = state
  const chosen_id = search?.chosen_id ?? null
  useEffect(() => {
    if (chosen_id !== null) document.getElementById(hitElementId(chosen_id))?.scrollIntoView({ block: 'nearest' })
  }, [chosen_id])
  const words = useWords().line
  const said = useSaid()
  if (!search) return null
  const { heading } = words.search[search.kind]
  return (
    <section className={css['panel']} aria-label={heading} data-part="search" tabIndex={0}>
      {/* Not a datalist: rows hold several facts, and the focus stays in the line, which hears the keys. */}
      <div id={HITS_ELEMENT_ID} className={css['list']} role="listbox" aria-label={heading}>
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
      <output className={css['hint']}>{said(hintOf(words, search, state))}</output>
    </section>
  )
}
