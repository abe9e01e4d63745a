/**
 * Help: the guide beside a search that finds its topics while the clerk types, and all keys below. The focus is in the
 * search; the arrows choose a topic, Enter goes into its text, Esc goes back. Takes no scan: that is the desk's.
 */
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { GUIDE } from '../../guide.ts'
import { findTopics } from '../../../shared/help/find-topics.ts'
import { topicOf, type Topic } from '../../../shared/help/topic.ts'
import { closeHelp } from '../../desk/help.ts'
import { lookElsewhere } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { focusHome, setField } from '../../fields/field.ts'
import { wordsLanguage } from '../../screen-words.ts'
import css from '../../styles/help.module.css'
import { Button } from '../frame/keys.tsx'
import { KeyList } from '../frame/key-help.tsx'
import { PageKeys } from './page-keys.tsx'
import { TopicText } from './topic-text.tsx'

const LIST_ID = 'help-topics'
const topicElement = (topic: Topic): string => `help-topic-${topic.topic_id}`

/** Gives the focus back to the field it came from, if that is still there. */
function useFocusKept(field: RefObject<HTMLInputElement | null>): void {
  const from = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    // Drawn once more, for another place, the focus is in help itself.
    if (!activeElement?.closest('[data-part="help"]')) from.current = activeElement
    field.current?.focus({ preventScroll: true })
    return () => {
      // The work below is shown again in the same turn.
      queueMicrotask(() => {
        if (document.querySelector('[data-part="help"]')) return
        const before = from.current
        if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
        else focusHome()
      })
    }
  }, [field])
}

type ListProps = {
  readonly topics: readonly Topic[]
  readonly chosen: Topic | null
  readonly onChoose: (topic: Topic) => void
}

/** The chosen topic is in sight. */
function show(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

function Topics({ topics, chosen, onChoose }: ListProps): ReactNode {
  const words = useWords().help
  return (
    <div id={LIST_ID} className={css['topics']} role="listbox" aria-label={words.topics}>
      {topics.map((topic) => (
        <div
          key={topic.topic_id}
          ref={topic === chosen ? show : undefined}
          id={topicElement(topic)}
          role="option"
          tabIndex={-1}
          aria-selected={topic === chosen}
          onClick={() => onChoose(topic)}
          onKeyDown={() => onChoose(topic)}
        >
          {topic.heading}
        </div>
      ))}
    </div>
  )
}

const SCROLLS: Readonly<Record<string, number>> = { PageDown: 0.85, PageUp: -0.85 }

/** A new place begins at its own topic. */
export function HelpPanel(): ReactNode {
  const { help_place, help_text } = useDeskState()
  return <Guide key={`${help_place} ${help_text}`} />
}

/** What is asked, the topics it finds, and the one that is shown. */
function useTopics() {
  const state = useDeskState()
  const all = GUIDE[wordsLanguage(state)]
  const [asked, setAsked] = useState(state.help_text)
  const found = state.help_text === '' ? topicOf(all, state.help_place) : findTopics(all, state.help_text)[0]
  const [topic_id, setTopic] = useState(found?.topic_id ?? '')
  const topics = findTopics(all, asked)
  const chosen = topics.find((one) => one.topic_id === topic_id) ?? topics[0] ?? null
  return {
    asked,
    topics,
    chosen,
    setTopic,
    search: (value: string): void => {
      setAsked(value)
      setTopic(findTopics(all, value)[0]?.topic_id ?? '')
    },
    walk: (by: 1 | -1): void => {
      const at = topics.findIndex((one) => one === chosen)
      const next = topics[Math.min(Math.max(at + by, 0), topics.length - 1)]
      if (next) setTopic(next.topic_id)
    },
  }
}

/** Nothing in the guide is of this: it may be a name, typed after F1 as elsewhere. */
function Elsewhere({ text }: { readonly text: string }): ReactNode {
  const desk = useDesk()
  const { find_patron, find_title } = useWords().help
  return (
    <div className={css['elsewhere']}>
      <Button chord="Enter" onClick={() => lookElsewhere(desk, 'find-person', text)}>
        {find_patron}
      </Button>
      <Button onClick={() => lookElsewhere(desk, 'find-title', text)}>{find_title}</Button>
    </div>
  )
}

type SearchProps = {
  readonly text: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly chosen: Topic | null
  readonly onText: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function SearchField({ field, text, chosen, onText, onKeyDown }: SearchProps): ReactNode {
  const { snapshot } = useDeskState()
  const words = useWords().help
  return (
    <input
      ref={field}
      type="text"
      defaultValue={text}
      className={css['field']}
      aria-label={words.search}
      placeholder={words.search}
      role="combobox"
      aria-expanded="true"
      aria-controls={LIST_ID}
      aria-autocomplete="list"
      aria-activedescendant={chosen ? topicElement(chosen) : undefined}
      data-use={snapshot?.stage === 'set-up' ? 'free' : 'words'}
      autoComplete="off"
      spellCheck={false}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

function Guide(): ReactNode {
  const desk = useDesk()
  const words = useWords().help
  const { asked, topics, chosen, setTopic, search, walk } = useTopics()
  const field = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLElement>(null)
  useFocusKept(field)
  const { help_place, help_text, snapshot } = useDeskState()
  const isOfPage = help_place === snapshot?.page?.ref.place && (chosen?.places.includes(help_place) ?? false)
  const isNowhere = asked.trim() !== '' && topics.length === 0 && snapshot?.stage === 'desk'
  const onKey = (event: KeyboardEvent): void => {
    const scroll = SCROLLS[event.key]
    if (event.key === 'ArrowDown') walk(1)
    else if (event.key === 'ArrowUp') walk(-1)
    else if (event.key === 'Enter' && isNowhere) lookElsewhere(desk, 'find-person', asked.trim())
    else if (event.key === 'Enter') text.current?.focus()
    else if (scroll !== undefined) text.current?.scrollBy(0, scroll * text.current.clientHeight)
    else return
    event.preventDefault()
  }
  const goTo = (to: string): void => {
    if (field.current) setField(field.current, '')
    setTopic(to)
    field.current?.focus()
  }
  return (
    <section className={css['help']} aria-label={words.heading} data-part="help" data-keeps-focus>
      <div className={css['side']}>
        <SearchField field={field} text={help_text} chosen={chosen} onText={search} onKeyDown={onKey} />
        <p role="status" className={asked === '' ? 'unseen' : css['found']}>
          {asked === '' ? '' : words.found(topics.length)}
        </p>
        {isNowhere ? <Elsewhere text={asked.trim()} /> : null}
        <Topics topics={topics} chosen={chosen} onChoose={(topic) => setTopic(topic.topic_id)} />
      </div>
      <article
        key={chosen?.topic_id}
        ref={text}
        className={css['text']}
        tabIndex={0}
        aria-label={chosen?.heading ?? words.heading}
      >
        <div className={css['head']}>
          <h2>{chosen?.heading ?? words.heading}</h2>
          <Button chord="Esc" onClick={() => closeHelp(desk)}>
            {words.close}
          </Button>
        </div>
        {isOfPage ? <PageKeys /> : null}
        {chosen ? <TopicText topic={chosen} onTopic={goTo} /> : null}
        <h3>{words.keys}</h3>
        <KeyList />
      </article>
    </section>
  )
}
