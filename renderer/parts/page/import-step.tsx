/** Taking in the library's data from a folder, file by file, with a bar, and what was left out and why. */
import { useCallback, useEffect, useState, type FormEvent, type ReactNode } from 'react'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { useDesk, useSaid } from '../../desk/use-desk.ts'
import control from '../../styles/control.module.css'
import css from '../../styles/gate.module.css'
import { counted, formText, shown } from '../../text.ts'
import { Bar } from '../frame/bars.tsx'
import { Button } from '../frame/keys.tsx'

const ASK_EVERY_MS = 500
const FINDINGS_SHOWN_MAX = 20

type FileState = ImportStatus['files'][number]['state']
const STATE_WORDS: Readonly<Record<FileState, string>> = {
  waiting: 'waits',
  reading: 'being read',
  taken: 'taken in',
  refused: 'left out',
}

function Files({ status }: { readonly status: ImportStatus }): ReactNode {
  return (
    <table className={css['files']}>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">State</th>
          <th scope="col" className={css['count']}>
            Taken
          </th>
          <th scope="col" className={css['count']}>
            Rejected
          </th>
        </tr>
      </thead>
      <tbody>
        {status.files.map((file) => (
          <tr key={file.file}>
            <th scope="row">{shown(file.file)}</th>
            <td>{file.message === '' ? STATE_WORDS[file.state] : shown(file.message)}</td>
            <td className={css['count']}>{file.taken_count.toLocaleString('en-US')}</td>
            <td className={css['count']}>{file.rejected_count.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Taken in: 4 files, 1,204 rows. 3 rows left out; the report says why: …" */
export function importWords(status: ImportStatus): string {
  if (status.files.length === 0 || status.findings.length > 0) return ''
  const taken_count = status.files.reduce((sum, file) => sum + file.taken_count, 0)
  const rejected_count = status.files.reduce((sum, file) => sum + file.rejected_count, 0)
  const report = status.report_file === '' ? '' : ` The report says why: ${status.report_file}`
  const rejected = rejected_count > 0 ? ` ${counted(rejected_count, 'row was', 'rows were')} left out.${report}` : ''
  const files = counted(status.files.filter((file) => file.state === 'taken').length, 'file', 'files')
  return `Taken in: ${files}, ${counted(taken_count, 'row', 'rows')}.${rejected}`
}

/** The import's state, asked for while it runs. */
function useImport(onDone: () => void): {
  status: ImportStatus | null
  said: string
  start: (folder: string, accept_findings: readonly string[], number_from?: string) => void
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
  const start = (folder: string, accept_findings: readonly string[], number_from?: string): void => {
    setSaid('')
    // The bar of the folder before stands at its end, and would be seen there for a moment.
    desk.store.change({ progress: {} })
    void desk
      .ask('import.start', {
        commandId: desk.mint(),
        folder,
        accept_findings: [...accept_findings],
        ...(number_from === undefined ? {} : { number_from }),
      })
      .then((answer) => {
        if (answer.kind === 'ok') setStatus(answer.output)
        else setSaid(answer.kind === 'refused' ? `${answer.says} ${answer.way_out}` : answer.says)
        look()
      })
  }
  return { status, said, start }
}

type FindingsProps = { readonly status: ImportStatus; readonly onMeant: () => void }

/** What is odd in the rules of the folder, and the yes to it; what is wrong must be corrected in the files. */
function Findings({ status, onMeant }: FindingsProps): ReactNode {
  const { findings } = status
  if (status.running || findings.length === 0) return null
  const isWrong = findings.some((one) => one.kind === 'stops')
  return (
    <section aria-label="To look at" data-part="findings">
      <p className={css['error']}>
        Nothing was taken in yet: look at the rules in this folder first.
        {isWrong ? ' What is wrong must be corrected in the files.' : ''}
      </p>
      <ul>
        {findings.slice(0, FINDINGS_SHOWN_MAX).map((one) => (
          <li key={one.name}>
            {one.kind === 'stops' ? 'Wrong' : 'Odd'}: <bdi>{shown(one.says)}</bdi>
          </li>
        ))}
      </ul>
      {findings.length > FINDINGS_SHOWN_MAX ? (
        <p>{findings.length - FINDINGS_SHOWN_MAX} more are in the report.</p>
      ) : null}
      {isWrong ? null : (
        <div className={css['buttons']}>
          <Button look="main" onClick={onMeant}>
            It is meant: take it in
          </Button>
        </div>
      )}
    </section>
  )
}

type NumbersProps = { readonly status: ImportStatus; readonly onNumber: (place: string) => void }

/** MARC records without a number, and the fields that would give them one. */
function Numbers({ status, onNumber }: NumbersProps): ReactNode {
  const { numberless_count, number_offers } = status
  if (status.running || numberless_count === 0) return null
  return (
    <section aria-label="Records without a number" data-part="numberless">
      <p className={css['error']}>
        {counted(numberless_count, 'MARC record has', 'MARC records have')} no number, and were left out.
        {number_offers.length === 0 ? ' No field of theirs would serve; the report has their titles.' : ''}
      </p>
      <div className={css['buttons']}>
        {number_offers.map(({ place, says, records_count }) => (
          <Button key={place} onClick={() => onNumber(place)}>
            {`Number ${records_count.toLocaleString('en-US')} of them by ${shown(says)}`}
          </Button>
        ))}
      </div>
    </section>
  )
}

type ImportStepProps = { readonly hasData: boolean; readonly onDone: () => void }

export function ImportStep({ hasData, onDone }: ImportStepProps): ReactNode {
  const { status, said, start } = useImport(onDone)
  const inWords = useSaid()
  const [asked, setAsked] = useState('')
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const isRunning = status?.running ?? false
  const hasFiles = status !== null && status.files.length > 0 && status.findings.length === 0
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const folder = formText(new FormData(event.currentTarget), 'folder')
    if (folder === '') return
    setAsked(folder)
    setAccepted([])
    start(folder, [])
  }
  const take = (findings: ImportStatus['findings']): void => {
    const names = findings.map((one) => one.name)
    setAccepted(names)
    start(asked, names)
  }
  return (
    <section className={css['step']} aria-label="The library’s data">
      <h2>1. The library’s data</h2>
      <form className={css['form']} onSubmit={send} autoComplete="off">
        <label className={control['field']}>
          Folder with the library’s files
          <input name="folder" type="text" data-home data-use="free" spellCheck={false} />
          <small>
            CSV files of branches, patrons, items and loans, or MARC files. Each is taken in whole or not at all.
          </small>
        </label>
        <div className={css['buttons']}>
          <Button type="submit" look={hasData ? 'plain' : 'main'} isDisabled={isRunning}>
            {hasData ? 'Take in more' : 'Take it in'}
          </Button>
        </div>
      </form>
      <p role="alert" className={said === '' ? 'unseen' : css['error']}>
        {inWords(said)}
      </p>
      {status && isRunning ? <Bar of="import" says="Looking at the folder" progress={status.progress} /> : null}
      {status && asked !== '' ? <Findings status={status} onMeant={() => take(status.findings)} /> : null}
      {status && asked !== '' ? <Numbers status={status} onNumber={(place) => start(asked, accepted, place)} /> : null}
      {hasFiles ? <Files status={status} /> : null}
      <output className={hasFiles && !isRunning ? css['good'] : 'unseen'}>
        {status && !isRunning ? shown(importWords(status)) : ''}
      </output>
    </section>
  )
}
