/** A topic of the guide as elements: headings, lists, tables, pictures and keys. The keys have this clerk's names. */
import { Fragment, type ReactNode } from 'react'
import { actionOf, KEY_PRESETS } from '../../../shared/desk/keymap.ts'
import type { Block, Inline, Line, Topic } from '../../../shared/help/topic.ts'
import { useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/help.module.css'
import { Keys } from '../frame/keys.tsx'

type Going = { readonly onTopic: (topic_id: string) => void }

/** The key that does here what the guide's key does in the standard map. */
function KeyHere({ chord }: { readonly chord: string }): ReactNode {
  const { keys } = useDeskState()
  const action = actionOf(KEY_PRESETS.datestamp, chord)
  return <Keys chord={action === null ? chord : keys[action]} />
}

function Part({ part, onTopic }: { readonly part: Inline } & Going): ReactNode {
  switch (part.kind) {
    case 'strong':
      return <b>{part.text}</b>
    case 'code':
      return <code>{part.text}</code>
    case 'key':
      return <KeyHere chord={part.text} />
    case 'topic':
      return (
        <button type="button" className={css['link']} onClick={() => onTopic(part.topic_id)}>
          {part.text}
        </button>
      )
    case 'text':
      return part.text
  }
}

/** Parts of a topic never move, so their place names them. */
function Parts({ line, onTopic }: { readonly line: Line } & Going): ReactNode {
  return line.map((part, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the guide is built in and never changes
    <Part key={at} part={part} onTopic={onTopic} />
  ))
}

function Table({ block, onTopic }: { readonly block: Extract<Block, { kind: 'table' }> } & Going): ReactNode {
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          {block.head.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <th key={at} scope="col">
              <Parts line={line} onTopic={onTopic} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <tr key={at}>
            {row.map((line, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <td key={column}>
                <Parts line={line} onTopic={onTopic} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BlockPart({ block, onTopic }: { readonly block: Block } & Going): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Parts line={block.line} onTopic={onTopic} />
        </p>
      )
    case 'heading':
      return (
        <h3>
          <Parts line={block.line} onTopic={onTopic} />
        </h3>
      )
    case 'picture':
      return <img className={css['picture']} src={block.file} alt={block.alt} loading="lazy" />
    case 'table':
      return <Table block={block} onTopic={onTopic} />
    case 'list': {
      const items = block.items.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <li key={at}>
          <Blocks blocks={item} onTopic={onTopic} />
        </li>
      ))
      return block.is_numbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function Blocks({ blocks, onTopic }: { readonly blocks: readonly Block[] } & Going): ReactNode {
  return blocks.map((block, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <Fragment key={at}>
      <BlockPart block={block} onTopic={onTopic} />
    </Fragment>
  ))
}

/** The pictures come last: what to press is read first. */
export function TopicText({ topic, onTopic }: { readonly topic: Topic } & Going): ReactNode {
  const isPicture = (block: Block): boolean => block.kind === 'picture'
  const text = topic.blocks.filter((block) => !isPicture(block))
  return <Blocks blocks={[...text, ...topic.blocks.filter(isPicture)]} onTopic={onTopic} />
}
