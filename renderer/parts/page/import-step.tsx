/** Taking in the library's data from a folder, file by file, with a bar, and what was left out and why. */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { useDesk, useSaid, useWords } from '../../desk/use-desk.ts'
import { whyNot } from '../../desk/wire.ts'
import css from '../../styles/gate.module.css'
import { shown } from '../../text.ts'
import type { ScreenWords } from '../../screen-words.ts'
import { Bar } from '../frame/bars.tsx'
import { Button } from '../frame/keys.tsx'
import { FolderForm, type Asked, type Offers } from './folder-form.tsx'

const ASK_EVERY_MS = 500
const FINDINGS_SHOWN_MAX = 20

function Files({ status }: { readonly status: ImportStatus }): ReactNode {
  const { import: words, number } = useWords()
  return (
    <table className={css['files']}>
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className={css['count']}>
            {words.taken}
          </th>
          <th scope="col" className={css['count']}>
            {words.rejected}
          </th>
        </tr>
      </thead>
      <tbody>
        {status.files.map((file) => (
          <tr key={file.file}>
            <th scope="row">{shown(file.file)}</th>
            <td>{file.message === '' ? words.states[file.state] : shown(file.message)}</td>
            <td className={css['count']}>{number(file.imported_count)}</td>
            <td className={css['count']}>{number(file.rejected_count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Counts = { readonly patrons_count: number; readonly items_count: number }

/** "27 files imported. 240 patrons, 1,900 items." and how many rows were left out. */
export function importWords(words: ScreenWords['import'], status: ImportStatus, counts: Counts): string {
  if (status.files.length === 0 || status.findings.length > 0) return ''
  const rejected_count = status.files.reduce((sum, file) => sum + file.rejected_count, 0)
  const files_count = status.files.filter((file) => file.state === 'taken').length
  const left_out = rejected_count === 0 ? [] : [words.left_out(rejected_count)]
  return [words.done(files_count), words.here(counts.patrons_count, counts.items_count), ...left_out].join(' ')
}

/** The import's state, asked for while it runs. */
function useImport(onDone: () => void): {
  status: ImportStatus | null
  said: string
  start: (asked: Asked, accept_findings: readonly string[], number_from?: string) => void
} {
  const desk = useDesk()
  const [status, setStatus] = useState<ImportStatus | null>(null)
  const [said, setSaid] = useState('')
  const isRunning = status?.running ?? false
  const look = useCallback(() => {
    void desk.ask('import.status', {}).then((answer) => {
      if (answer.kind !== 'ok') return
      setStatus(answer.output)
      if (!answer.output.running) onDone()
    })
  }, [desk, onDone])
  useEffect(look, [look])
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(look, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isRunning, look])
  const start = ({ folder, is_sample }: Asked, accept_findings: readonly string[], number_from?: string): void => {
    setSaid('')
    // The bar of the folder before stands at its end, and would be seen there for a moment.
    desk.store.change({ progress: {} })
    void desk
      .ask('import.start', {
        commandId: desk.mint(),
        folder,
        ...(is_sample ? { is_sample } : {}),
        accept_findings: [...accept_findings],
        ...(number_from === undefined ? {} : { number_from }),
      })
      .then((answer) => {
        if (answer.kind === 'ok') setStatus(answer.output)
        else setSaid(whyNot(answer))
        look()
      })
  }
  return { status, said, start }
}

type FindingsProps = { readonly status: ImportStatus; readonly onMeant: () => void }

/** What is odd in the rules of the folder, and the yes to it; what is wrong must be corrected in the files. */
function Findings({ status, onMeant }: FindingsProps): ReactNode {
  const words = useWords().import
  const { findings } = status
  if (status.running || findings.length === 0) return null
  const isWrong = findings.some((one) => one.kind === 'stops')
  return (
    <section aria-label={words.to_look_at} data-part="findings">
      <p className={isWrong ? css['error'] : css['warn']}>
        {isWrong ? words.errors_first : words.warnings_first(findings.length)}
      </p>
      <ul className={css['findings']}>
        {findings.slice(0, FINDINGS_SHOWN_MAX).map((one) => (
          <li key={one.name}>
            <b className={one.kind === 'stops' ? css['is-error'] : css['is-warning']}>
              {one.kind === 'stops' ? words.finding.stops : words.finding.asks}
            </b>{' '}
            <bdi>{shown(one.says)}</bdi>
          </li>
        ))}
      </ul>
      {findings.length > FINDINGS_SHOWN_MAX ? (
        <p>{words.more_in_report(findings.length - FINDINGS_SHOWN_MAX)}</p>
      ) : null}
      {isWrong ? null : (
        <div className={css['buttons']}>
          <Button look="main" onClick={onMeant}>
            {words.is_meant}
          </Button>
        </div>
      )}
    </section>
  )
}

type NumbersProps = { readonly status: ImportStatus; readonly onNumber: (place: string) => void }

/** MARC records without a number, and the fields that would give them one. */
function Numbers({ status, onNumber }: NumbersProps): ReactNode {
  const { import: words, number } = useWords()
  const { numberless_count, number_offers } = status
  if (status.running || numberless_count === 0) return null
  return (
    <section aria-label={words.numberless} data-part="numberless">
      <p className={css['error']}>
        {words.no_number(numberless_count)}
        {number_offers.length === 0 ? ` ${words.no_field}` : ''}
      </p>
      <div className={css['buttons']}>
        {number_offers.map(({ place, says, records_count }) => (
          <Button key={place} onClick={() => onNumber(place)}>
            {words.number_by(number(records_count), shown(says))}
          </Button>
        ))}
      </div>
    </section>
  )
}

type LineProps = { readonly status: ImportStatus; readonly counts: Counts; readonly children: ReactNode }

/** One line for an import that is done; its files, the report and a further import behind "Details". */
function DoneLine({ status, counts, children }: LineProps): ReactNode {
  const words = useWords().import
  return (
    <details className={css['done']} data-part="imported">
      <summary>
        <span>{shown(importWords(words, status, counts))}</span>
        <span className={css['more']}>{words.details}</span>
      </summary>
      <Files status={status} />
      {status.report_file === '' ? null : <p>{shown(words.report(status.report_file))}</p>}
      {children}
    </details>
  )
}

type ImportStepProps = {
  readonly offers: Offers
  readonly counts: Counts
  readonly onDone: () => void
}

export function ImportStep({ offers, counts, onDone }: ImportStepProps): ReactNode {
  const { status, said, start } = useImport(onDone)
  const words = useWords().import
  const inWords = useSaid()
  const [asked, setAsked] = useState<Asked>({ folder: '', is_sample: false })
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const isRunning = status?.running ?? false
  const isDone = status !== null && !isRunning && importWords(words, status, counts) !== '' && offers.hasData
  const begin = (one: Asked): void => {
    setAsked(one)
    setAccepted([])
    start(one, [])
  }
  const take = (findings: ImportStatus['findings']): void => {
    const names = findings.map((one) => one.name)
    setAccepted(names)
    start(asked, names)
  }
  const typed = asked.is_sample ? '' : asked.folder
  const form = <FolderForm offers={offers} isRunning={isRunning} asked={typed} onFolder={begin} />
  const wasAsked = status !== null && asked.folder !== ''
  return (
    <section className={css['step']} aria-label={words.name}>
      <h2>{words.heading}</h2>
      {isDone ? (
        <DoneLine status={status} counts={counts}>
          {form}
        </DoneLine>
      ) : (
        form
      )}
      <p role="alert" className={said === '' ? 'unseen' : css['error']}>
        {inWords(said)}
      </p>
      {status && isRunning ? <Bar of="import" says={words.looking} progress={status.progress} /> : null}
      {wasAsked ? <Findings status={status} onMeant={() => take(status.findings)} /> : null}
      {wasAsked ? <Numbers status={status} onNumber={(place) => start(asked, accepted, place)} /> : null}
      {status && !isDone && status.files.length > 0 && status.findings.length === 0 ? <Files status={status} /> : null}
      <output className="unseen">{isDone ? shown(importWords(words, status, counts)) : ''}</output>
    </section>
  )
}
