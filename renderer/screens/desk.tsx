/** The desk at work. Nothing is a dialog: panels and lists replace the rows, under line and band. */
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { placeKey } from '../desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { undecided } from '../desk/state.ts'
import { useDeskState, useWords } from '../desk/use-desk.ts'
import { Edge, OutcomeBand } from '../parts/frame/band.tsx'
import { ComingBadge } from '../parts/frame/badge-pin.tsx'
import { Banners } from '../parts/frame/banners.tsx'
import { Begin } from '../parts/frame/begin.tsx'
import { BottomBar } from '../parts/frame/bottom-bar.tsx'
import { KeyHelp } from '../parts/frame/key-help.tsx'
import { HelpPanel } from '../parts/help/help-panel.tsx'
import { Page } from '../parts/page/page.tsx'
import { PracticeBar } from '../parts/frame/practice-bar.tsx'
import { Rail } from '../parts/frame/rail.tsx'
import { RowsTable } from '../parts/page/rows-table.tsx'
import { WaitingLine } from '../parts/page/waiting-line.tsx'
import { ScanLine } from '../parts/line/scan-line.tsx'
import { TrainingPanel } from '../parts/training/training-panel.tsx'
import { WaitingScans } from '../parts/line/waiting-scans.tsx'
import { SearchList } from '../parts/line/search-list.tsx'
import { SettingsPanel } from '../parts/frame/settings-panel.tsx'
import { Side } from '../parts/frame/side.tsx'
import { Strip } from '../parts/frame/strip.tsx'
import css from '../styles/desk.module.css'
import help from '../styles/help.module.css'
import training from '../parts/training/training.module.css'

/** With large text everything scrolls as one: scrolls to the top of what newly replaced something. */
function FromTop({ work }: { readonly work: RefObject<HTMLDivElement | null> }): ReactNode {
  const { panel, search, snapshot } = useDeskState()
  const what = `${search?.kind ?? panel} ${placeKey(snapshot?.page?.ref)}`
  const seen = useRef(what)
  useLayoutEffect(() => {
    if (seen.current !== what) work.current?.scrollTo(0, 0)
    seen.current = what
  }, [work, what])
  return null
}

/** Nobody is here, and nothing was scanned. */
function isAtRest(snapshot: DeskSnapshot | null): boolean {
  return snapshot?.mode === 'out' && snapshot.rows.length === 0 && snapshot.beside === 'nothing'
}

/** Help lies over the work, which stays as it is below: nothing typed into a form is lost. */
function RestOrHelp(): ReactNode {
  const isHelp = useDeskState().panel === 'help'
  return (
    <>
      {isHelp ? <HelpPanel /> : null}
      <div className={help['kept']} hidden={isHelp}>
        <Rest />
      </div>
    </>
  )
}

function Rest(): ReactNode {
  const { panel, search, snapshot } = useDeskState()
  if (search) return <SearchList />
  if (panel === 'keys') return <KeyHelp />
  if (panel === 'settings') return <SettingsPanel />
  if (!snapshot?.page) return isAtRest(snapshot) ? <Begin /> : <RowsTable />
  return (
    <div className={css['paged']}>
      <WaitingLine />
      <Page key={placeKey(snapshot.page.ref)} page={snapshot.page} />
    </div>
  )
}

/** The desk, and beside it the training devices of a practice desk. What is typed stays as the panel comes and goes. */
export function DeskScreen(): ReactNode {
  const isTraining = (useDeskState().snapshot?.training ?? null) !== null
  return (
    <div className={training[isTraining ? 'with' : 'whole']}>
      <div className={training[isTraining ? 'room' : 'whole']}>
        <Work />
      </div>
      <TrainingPanel />
    </div>
  )
}

function Work(): ReactNode {
  const work = useRef<HTMLDivElement>(null)
  const { title } = useWords()
  const state = useDeskState()
  const { form, panel, snapshot } = state
  const beside = snapshot?.beside ?? 'nothing'
  const isHelp = panel === 'help' ? true : undefined
  const isPractice = snapshot?.practice ? true : undefined
  return (
    <div className={css['app']} data-screen="desk" data-help={isHelp} data-practice={isPractice}>
      <div className={css['frame']}>
        <Strip />
        <PracticeBar />
        <Banners />
      </div>
      <Rail />
      <div
        className={css['work']}
        data-beside={beside}
        data-form-open={form ? true : undefined}
        data-asking={undecided(state).current && !form ? true : undefined}
        data-help={isHelp}
        ref={work}
      >
        {/* An application to a screen reader, which would else keep digits and letters for itself. */}
        <main className={css['plain']}>
          <div className={css['main']} role="application" aria-label={title}>
            <h1 className="unseen">{title}</h1>
            <div className={css['top']}>
              <ScanLine />
              <OutcomeBand />
              <WaitingScans />
              <ComingBadge />
            </div>
            <div className={css['rest']}>
              <RestOrHelp />
              <FromTop work={work} />
            </div>
          </div>
        </main>
        <Side />
      </div>
      <BottomBar />
      <Edge />
    </div>
  )
}
