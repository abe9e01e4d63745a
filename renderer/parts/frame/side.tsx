/** Right of the work: who is here with what stands in the way, or this cart, or how to begin. */
import { Bookmark, CircleAlert, Info, OctagonX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccountPart, Beside, DeskSnapshot, PatronPanel } from '../../../shared/desk/screen.ts'
import type { DeskAction } from '../../../shared/desk/keymap.ts'
import { paperName } from '../../../shared/receipt/paper-name.ts'
import { goToSection } from '../../desk/run-places.ts'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/side.module.css'
import { shown } from '../../text.ts'
import { Button } from './keys.tsx'
import { Paper } from '../paper/paper.tsx'

const TONE_ICONS: Readonly<Record<PatronPanel['notices'][number]['tone'], LucideIcon>> = {
  stop: OctagonX,
  warn: CircleAlert,
  info: Info,
  hold: Bookmark,
}

type Fact = { readonly label: string; readonly value: string; readonly isLate?: boolean }

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={css['facts']}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same, each a button that opens its part of the account. */
function Tiles({ tiles }: { readonly tiles: readonly (Fact & { readonly opens: AccountPart })[] }): ReactNode {
  const desk = useDesk()
  return (
    <div className={css['facts']}>
      {tiles.map(({ label, value, isLate, opens }) => (
        <button key={opens} type="button" className={css['tile']} onClick={() => void goToSection(desk, opens)}>
          <b className={isLate ? css['late'] : undefined}>{value}</b>
          <span>{label}</span>
        </button>
      ))}
    </div>
  )
}

/** What people wrote stands as they wrote it. */
const WRITTEN: ReadonlySet<string> = new Set(['info', 'hold'])

function Notices({ notices }: { readonly notices: PatronPanel['notices'] }): ReactNode {
  const desk = useDesk()
  const said = useSaid()
  return notices.map((notice) => {
    const Icon = TONE_ICONS[notice.tone]
    return (
      <button
        key={`${notice.heading} ${notice.detail}`}
        type="button"
        className={css['notice']}
        data-tone={notice.tone}
        onClick={() => void goToSection(desk, notice.opens)}
      >
        <Icon className="icon" aria-hidden="true" />
        <b>
          <bdi>{shown(notice.heading)}</bdi>
        </b>
        {notice.detail === '' ? null : (
          <span>
            <bdi>{WRITTEN.has(notice.tone) ? shown(notice.detail) : said(notice.detail)}</bdi>
          </span>
        )}
      </button>
    )
  })
}

function Patron({ patron }: { readonly patron: PatronPanel }): ReactNode {
  const words = useWords().side
  return (
    <div className={css['about']} data-part="patron">
      <div className={css['who']}>
        <span className={css['initials']} aria-hidden="true">
          {shown(patron.initials)}
        </span>
        <div>
          <h2 className={css['name']}>
            <bdi>{shown(patron.name)}</bdi>
          </h2>
          <p className={css['small']}>
            <span className="number">{patron.card_barcode}</span>
            <br />
            {[patron.category, patron.expires_text].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <Tiles
        tiles={[
          {
            opens: 'loans',
            label:
              patron.overdue_count > 0
                ? words.out_late(patron.out_count, patron.overdue_count)
                : words.out(patron.out_count),
            value: String(patron.out_count),
            isLate: patron.overdue_count > 0,
          },
          {
            opens: 'holds',
            label: words.holds_ready(patron.holds_ready_count),
            value: String(patron.holds_ready_count),
          },
          { opens: 'charges', label: words.owed, value: patron.owed_text },
        ]}
      />
      <section className={css['scroll']} aria-label={words.notices} tabIndex={0}>
        <Notices notices={patron.notices} />
      </section>
    </div>
  )
}

function Cart({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const words = useWords().side
  const { totals, rows, rows_count } = snapshot
  const elsewhere_count = rows.filter((row) => row.outcome === 'route' && !row.is_undone).length
  // An offer holds nothing back, but it waits in sight.
  const waits_count = rows.filter((row) => row.choices.length > 0).length
  const isWhole = rows_count === rows.length
  const all_count = totals.in_count + totals.other_count
  return (
    <div className={css['about']} data-part="cart">
      <h2 className={css['name']}>{snapshot.mode === 'in' ? words.this_cart : words.this_round}</h2>
      <Facts
        facts={[
          {
            label: snapshot.mode === 'in' ? words.returned(all_count) : words.scanned(all_count),
            value: String(all_count),
          },
          ...(isWhole ? [{ label: words.elsewhere, value: String(elsewhere_count) }] : []),
          { label: words.to_decide, value: String(Math.max(totals.undecided_count, waits_count)) },
        ]}
      />
      <p className={css['small']}>{words.scan_on}</p>
    </div>
  )
}

/** Paper that lies beside the work: the receipt of whoever left, the slip of what was just scanned. */
function Beside({
  papers,
  logo,
  printer,
}: Pick<DeskSnapshot, 'papers' | 'logo'> & { readonly printer: string }): ReactNode {
  const { side: words, papers: names } = useWords()
  return (
    <div className={css['about']} data-part="beside">
      <h2 className={css['name']}>{papers.map((document) => paperName(names, document)).join(words.and)}</h2>
      <p className={css['small']}>{printer === '' ? words.nothing_printed : words.goes_to(printer)}</p>
      <section className={css['scroll']} aria-label={words.paper} tabIndex={0}>
        {papers.map((document) => (
          <Paper key={document.kind} document={document} name={paperName(names, document)} logo={logo} />
        ))}
      </section>
    </div>
  )
}

type SideWord = 'renew_all' | 'account' | 'hold' | 'print' | 'print_dialog' | 'receipt' | 'modes' | 'more'
type SideAct = { readonly action: DeskAction; readonly label: SideWord }
const MORE: SideAct = { action: 'commands', label: 'more' }

/** At most three, and the list of everything else. */
const ACTS: Readonly<Record<Beside, readonly SideAct[]>> = {
  patron: [
    { action: 'renew-all', label: 'renew_all' },
    { action: 'account', label: 'account' },
    { action: 'hold', label: 'hold' },
    MORE,
  ],
  papers: [{ action: 'paper-now', label: 'print_dialog' }, MORE],
  cart: [{ action: 'receipt-so-far', label: 'receipt' }, { action: 'modes', label: 'modes' }, MORE],
  nothing: [],
}

function aboutOf(snapshot: DeskSnapshot): ReactNode {
  const { beside, papers, logo, patron } = snapshot
  if (beside === 'papers') return <Beside papers={papers} logo={logo} printer={snapshot.strip.receipt_printer} />
  if (beside === 'cart') return <Cart snapshot={snapshot} />
  return beside === 'patron' && patron ? <Patron patron={patron} /> : null
}

export function Side(): ReactNode {
  const desk = useDesk()
  const { snapshot, keys } = useDeskState()
  const words = useWords().side
  if (!snapshot) return null
  const about = aboutOf(snapshot)
  if (about === null) return null
  const isByPrinter = snapshot.strip.receipt_printer !== ''
  return (
    <aside className={css['side']} aria-label={snapshot.patron ? words.who : words.session}>
      {about}
      <div className={css['acts']}>
        {ACTS[snapshot.beside].map(({ action, label }) => (
          <Button
            key={action}
            chord={action === 'commands' ? '/' : keys[action]}
            onClick={() => runAction(desk, action)}
          >
            {words[label === 'print_dialog' && isByPrinter ? 'print' : label]}
          </Button>
        ))}
      </div>
    </aside>
  )
}
