/**
 * A document drawn as paper: what the patron will hold, as text that a screen reader reads. Lines break where the
 * screen breaks them; the printer's own are in shared/receipt/layout/layout.ts. Must never print, and never change a
 * word.
 */
import type { ReactNode } from 'react'
import { isWithLogo, type PackedBitmap } from '../../../shared/devices/printer/logo.ts'
import type { Block, ReceiptDocument } from '../../../shared/receipt/document.ts'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import css from '../../styles/paper.module.css'
import { PaperLogo } from './paper-logo.tsx'
import { PaperBars } from './paper-bars.tsx'
import { PaperQr } from './paper-qr.tsx'
import { PaperTable } from './paper-table.tsx'

function ItemBlock({ block }: { readonly block: Extract<Block, { block: 'item' }> }): ReactNode {
  return (
    <li className={css['item']}>
      <p className={css['title']}>
        <bdi>{block.title}</bdi>
      </p>
      {block.details.map((detail) => (
        <p key={detail} className={css['under']}>
          <bdi>{detail}</bdi>
        </p>
      ))}
      {block.left === '' && block.right === '' ? null : (
        <p className={`${css['under']} ${css['spread']}`}>
          <span>{block.left}</span> <b>{block.right}</b>
        </p>
      )}
    </li>
  )
}

type OtherBlock = Exclude<Block, { block: 'item' }>

function OneBlock({ block, isLarge }: { readonly block: OtherBlock; readonly isLarge: boolean }): ReactNode {
  switch (block.block) {
    case 'heading':
      return <h3 className={css['heading']}>{block.text}</h3>
    case 'text':
      return (
        <p data-align={block.align} className={block.is_strong ? css['strong'] : ''}>
          <bdi>{block.text}</bdi>
        </p>
      )
    case 'line':
      return (
        <p className={`${css['spread']} ${block.is_strong ? css['strong'] : ''}`}>
          <span>{block.left}</span> <span>{block.right}</span>
        </p>
      )
    case 'rule':
      return <hr className={css['rule']} />
    case 'big':
      return (
        <p className={css['big']}>
          <span>{block.label}</span>{' '}
          <b>
            <bdi>{block.text}</bdi>
          </b>
        </p>
      )
    case 'barcode':
      return <PaperBars value={block.value} symbology={block.symbology} />
    case 'qr':
      return <PaperQr text={block.text} />
    case 'space':
      return <div className={css['space']} data-block="space" />
    case 'table':
      return <PaperTable table={block} isLarge={isLarge} />
    case 'footer':
      return (
        <p data-align="center">
          <bdi>{block.text}</bdi>
        </p>
      )
  }
}

type Part = { readonly key: string; readonly block: OtherBlock | null; readonly items: readonly Keyed[] }
type Keyed = { readonly key: string; readonly block: Extract<Block, { block: 'item' }> }

/** Items that follow each other are one list, so that a screen reader says how many there are. */
function parts(blocks: readonly Block[]): readonly Part[] {
  const found: Part[] = []
  for (const [index, block] of blocks.entries()) {
    const key = String(index)
    const last = found.at(-1)
    if (block.block !== 'item') found.push({ key, block, items: [] })
    else if (last?.block === null) found[found.length - 1] = { ...last, items: [...last.items, { key, block }] }
    else found.push({ key, block: null, items: [{ key, block }] })
  }
  return found
}

function Copy({ document }: { readonly document: ReceiptDocument }): ReactNode {
  return document.is_copy ? <p className={css['copy']}>{wordsIn(document.language).copy}</p> : null
}

type PaperProps = {
  readonly document: ReceiptDocument
  readonly name: string
  /** The library's; drawn on what patrons are given. */
  readonly logo: PackedBitmap | null
}

/** The paper. `name` names its region for the clerk; its text is in the patron's language. */
export function Paper({ document, name, logo }: PaperProps): ReactNode {
  const isLarge = document.size === 'large'
  return (
    <section aria-label={name} className={css['frame']} data-part="paper" data-kind={document.kind}>
      <div lang={document.language} className={css['paper']} data-size={document.size}>
        {logo !== null && isWithLogo(document.kind) ? <PaperLogo logo={logo} /> : null}
        <Copy document={document} />
        {parts(document.blocks).map((part) =>
          part.block === null ? (
            <ul key={part.key} className={css['items']}>
              {part.items.map(({ key, block }) => (
                <ItemBlock key={key} block={block} />
              ))}
            </ul>
          ) : (
            <OneBlock key={part.key} block={part.block} isLarge={isLarge} />
          ),
        )}
        <Copy document={document} />
      </div>
    </section>
  )
}
