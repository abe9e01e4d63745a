/** Under the rows of an open patron: what they have out besides, and their holds on the shelf. Seen, and clicked. */
import { memo, type ReactNode } from 'react'
import { alreadyOut, isSameList } from '../../../shared/desk/session/already-out.ts'
import type { PatronPanel, Row } from '../../../shared/desk/screen.ts'
import { goToSection } from '../../desk/run-places.ts'
import { useDesk, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/already-out.module.css'
import rows_css from '../../styles/rows.module.css'
import { shown } from '../../text.ts'

function Name({ title }: { readonly title: string }): ReactNode {
  return (
    <span className={rows_css['name']}>
      <bdi className={rows_css['title']}>{shown(title)}</bdi>
    </span>
  )
}

type Loans = { readonly loans: PatronPanel['loans'] }

const LoanTable = memo(
  function LoanTable({ loans }: Loans): ReactNode {
    const desk = useDesk()
    const { page, out_now: words } = useWords()
    return (
      <table className={`${rows_css['table']} ${css['more']}`} data-part="already-out">
        <caption>{words.heading(loans.length)}</caption>
        <colgroup>
          <col />
          <col className={css['status']} />
          <col className={rows_css['end']} />
        </colgroup>
        <thead className="unseen">
          <tr>
            <th scope="col">{page.rows.title}</th>
            <th scope="col">{page.rows.happened}</th>
            <th scope="col">{page.rows.due}</th>
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <tr
              key={loan.barcode}
              className={css['opens']}
              onClick={() => desk.go({ place: 'item', about: loan.barcode })}
            >
              <td>
                <Name title={loan.title} />
              </td>
              <td className={css['small']}>
                {loan.is_overdue ? <span className={css['late']}>{words.overdue}</span> : null}
                {loan.is_overdue && loan.renewals !== '' ? ', ' : null}
                {loan.renewals}
              </td>
              <td className={loan.is_overdue ? css['late'] : undefined}>{loan.due_text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  },
  (before, after) => isSameList(before.loans, after.loans),
)

type Holds = { readonly holds: PatronPanel['holds_ready'] }

const HoldTable = memo(
  function HoldTable({ holds }: Holds): ReactNode {
    const desk = useDesk()
    const { page, out_now: words } = useWords()
    return (
      <table className={`${rows_css['table']} ${css['more']}`} data-part="holds-ready">
        <caption>{words.holds(holds.length)}</caption>
        <colgroup>
          <col />
          <col className={css['status']} />
          <col className={rows_css['end']} />
        </colgroup>
        <thead className="unseen">
          <tr>
            <th scope="col">{page.rows.title}</th>
            <th scope="col">{words.shelf}</th>
            <th scope="col">{words.kept}</th>
          </tr>
        </thead>
        <tbody>
          {holds.map((hold) => (
            <tr key={hold.hold_ref} className={css['opens']} onClick={() => void goToSection(desk, 'holds')}>
              <td>
                <Name title={hold.title} />
              </td>
              <td className={hold.is_code ? rows_css['mono'] : css['small']}>{shown(hold.shelf)}</td>
              <td>{hold.until_text === '' ? '' : words.until(hold.until_text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  },
  (before, after) => isSameList(before.holds, after.holds),
)

export function AlreadyOut({
  patron,
  rows,
}: {
  readonly patron: PatronPanel
  readonly rows: readonly Row[]
}): ReactNode {
  const words = useWords().out_now
  const loans = alreadyOut(patron.loans, rows)
  return (
    <>
      {patron.holds_ready.length > 0 ? <HoldTable holds={patron.holds_ready} /> : null}
      {loans.length > 0 ? <LoanTable loans={loans} /> : null}
      {loans.length === 0 && rows.length === 0 ? <p className={css['none']}>{words.none}</p> : null}
    </>
  )
}
