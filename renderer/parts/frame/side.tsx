/** Right of the work: who is here with what stands in the way, or this cart, or how to begin. */
import { Bookmark, CircleAlert, Info, OctagonX, type LucideIcon } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { DeskSnapshot, PatronPanel } from '../../../shared/desk/screen.ts'
import type { DeskAction } from '../../../shared/desk/keymap.ts'
import { paperName } from '../../../shared/receipt/paper-name.ts'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useSaid } from '../../desk/use-desk.ts'
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

function Facts({
  facts,
}: {
  readonly facts: readonly { label: string; value: string; isLate?: boolean }[]
}): ReactNode {
  return (
    <dl className={css['facts']}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd className={fact.isLate ? css['late'] : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What people wrote stands as they wrote it. */
const WRITTEN: ReadonlySet<string> = new Set(['info', 'hold'])

function Notices({ notices }: { readonly notices: PatronPanel['notices'] }): ReactNode {
  const said = useSaid()
  return notices.map((notice) => {
    const Icon = TONE_ICONS[notice.tone]
    return (
      <div key={`${notice.heading} ${notice.detail}`} className={css['notice']} data-tone={notice.tone}>
        <Icon className="icon" aria-hidden="true" />
        <b>
          <bdi>{shown(notice.heading)}</bdi>
        </b>
        {notice.detail === '' ? null : (
          <p>
            <bdi>{WRITTEN.has(notice.tone) ? shown(notice.detail) : said(notice.detail)}</bdi>
          </p>
        )}
      </div>
    )
  })
}

/** What the patron has out. Redrawn only when it changes: it can be long. */
const Loans = memo(function Loans({ loans }: { readonly loans: PatronPanel['loans'] }): ReactNode {
  if (loans.length === 0) return null
  return (
    <section>
      <h3 className={css['heading']}>Out now</h3>
      <ul className={css['loans']}>
        {loans.map((loan) => (
          <li key={loan.barcode}>
            <span>
              <bdi>{shown(loan.title)}</bdi>
            </span>
            <span className={`${css['due']} ${loan.is_overdue ? css['late'] : ''}`}>
              {loan.is_overdue ? `late, ${loan.due_text}` : loan.due_text}
              {loan.renewals === '' ? null : <small>{loan.renewals}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
})

function Patron({ patron }: { readonly patron: PatronPanel }): ReactNode {
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
      <Facts
        facts={[
          {
            label: patron.overdue_count > 0 ? `out, ${patron.overdue_count} late` : 'out',
            value: String(patron.out_count),
            isLate: patron.overdue_count > 0,
          },
          {
            label: patron.holds_ready_count === 1 ? 'hold ready' : 'holds ready',
            value: String(patron.holds_ready_count),
          },
          { label: 'owed', value: patron.owed_text },
        ]}
      />
      <section className={css['scroll']} aria-label="Notices and loans" tabIndex={0}>
        <Notices notices={patron.notices} />
        <Loans loans={patron.loans} />
      </section>
    </div>
  )
}

function Cart({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const { totals, rows, rows_count } = snapshot
  const elsewhere_count = rows.filter((row) => row.outcome === 'route' && !row.is_undone).length
  const isWhole = rows_count === rows.length
  return (
    <div className={css['about']} data-part="cart">
      <h2 className={css['name']}>{snapshot.mode === 'in' ? 'This cart' : 'This round'}</h2>
      <Facts
        facts={[
          {
            label: snapshot.mode === 'in' ? 'returned' : 'scanned',
            value: String(totals.in_count + totals.other_count),
          },
          ...(isWhole ? [{ label: 'not to the shelf', value: String(elsewhere_count) }] : []),
          { label: 'to decide', value: String(totals.undecided_count) },
        ]}
      />
      <p className={css['small']}>Scan on: what needs an answer waits in its row until you come to it.</p>
    </div>
  )
}

/** Paper that lies beside the work: the receipt of whoever left, the slip of what was just scanned. */
function Beside({ papers }: { readonly papers: DeskSnapshot['papers'] }): ReactNode {
  return (
    <div className={css['about']} data-part="beside">
      <h2 className={css['name']}>{papers.map(paperName).join(' and ')}</h2>
      <p className={css['small']}>Nothing is printed by itself.</p>
      <section className={css['scroll']} aria-label="Paper" tabIndex={0}>
        {papers.map((document) => (
          <Paper key={document.kind} document={document} />
        ))}
      </section>
    </div>
  )
}

function Nobody(): ReactNode {
  return (
    <div className={css['empty']}>
      <h2>Nobody is here yet</h2>
      <p>Scan a card. A book on its own is looked up, and a book that is out is taken back.</p>
    </div>
  )
}

const ACTS_WITH_PATRON: readonly { action: DeskAction; label: string }[] = [
  { action: 'renew-all', label: 'Renew all' },
  { action: 'commands', label: 'Commands' },
]
const ACTS_BESIDE: readonly { action: DeskAction; label: string }[] = [
  { action: 'paper-now', label: 'Print' },
  { action: 'commands', label: 'Commands' },
]
const ACTS_CART: readonly { action: DeskAction; label: string }[] = [
  { action: 'receipt-so-far', label: 'Receipt' },
  { action: 'commands', label: 'Commands' },
]
const ACTS_ALONE: readonly { action: DeskAction; label: string }[] = [
  { action: 'keys', label: 'Keys' },
  { action: 'commands', label: 'Commands' },
]

function actsOf({ patron, papers, mode }: DeskSnapshot): typeof ACTS_ALONE {
  if (patron) return ACTS_WITH_PATRON
  if (papers.length > 0) return ACTS_BESIDE
  return mode === 'in' ? ACTS_CART : ACTS_ALONE
}

export function Side(): ReactNode {
  const desk = useDesk()
  const { snapshot, keys } = useDeskState()
  if (!snapshot) return null
  const { papers } = snapshot
  const about =
    papers.length > 0 ? (
      <Beside papers={papers} />
    ) : snapshot.patron ? (
      <Patron patron={snapshot.patron} />
    ) : snapshot.mode !== 'out' ? (
      <Cart snapshot={snapshot} />
    ) : (
      <Nobody />
    )
  return (
    <aside className={css['side']} aria-label={snapshot.patron ? 'Who is here' : 'This session'}>
      {about}
      <div className={css['acts']}>
        {actsOf(snapshot).map(({ action, label }) => (
          <Button
            key={action}
            chord={action === 'commands' ? '/' : keys[action]}
            onClick={() => runAction(desk, action)}
          >
            {label}
          </Button>
        ))}
      </div>
    </aside>
  )
}
