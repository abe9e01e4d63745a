/**
 * A page of the desk in the place of the rows: heading, acts, sections. Draws every page the same way and knows none of
 * them. Must never hold a rule; what can be done stands in the page.
 */
import { Fragment, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { PageView, Section } from '../../../shared/desk/page.ts'
import { runAct } from '../../desk/forms.ts'
import { isByReceiptPrinter, asksAtOnce, stepOf } from '../../desk/page.ts'
import { isTouched } from '../../desk/pay.ts'
import { startOver } from '../../desk/run-pay.ts'
import { leavePage, printPaper } from '../../desk/run-places.ts'
import { paperName } from '../../../shared/receipt/paper-name.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import filled from '../../styles/filled.module.css'
import css from '../../styles/page.module.css'
import { shown } from '../../text.ts'
import { Bar } from '../frame/bars.tsx'
import { isPicture, Picture } from '../chart/picture.tsx'
import { Button } from '../frame/keys.tsx'
import { Steps } from '../frame/steps.tsx'
import { Acts } from './page-acts.tsx'
import { Choices } from './choices.tsx'
import { useInSight } from './in-sight.ts'
import { PageForm } from './page-form.tsx'
import { PageTable } from './page-table.tsx'
import { Payment } from './payment.tsx'
import { LabelSheets } from '../paper/label-sheet.tsx'
import { Paper } from '../paper/paper.tsx'

function Facts({ section }: { readonly section: Extract<Section, { kind: 'facts' }> }): ReactNode {
  return (
    <dl className={css['facts']}>
      {section.facts.map((fact) => (
        <div key={fact.label}>
          <dt>{shown(fact.label)}</dt>
          <dd data-tone={fact.tone}>
            <bdi>{shown(fact.text)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** More charges than are in sight beside the tenders. */
const MANY_LINES = 6

/** What is long in it scrolls by itself: `many` takes the height that other sections leave. */
function fillingOf(section: Section): 'few' | 'many' | undefined {
  if (section.kind !== 'payment' || section.lines.length === 0) return undefined
  return section.lines.length > MANY_LINES ? 'many' : 'few'
}

type BoxProps = { readonly section: Section; readonly rows_before: number; readonly page: PageView }

function SectionBox({ section, rows_before, page }: BoxProps): ReactNode {
  const said = useSaid()
  const { papers } = useWords()
  const { snapshot } = useDeskState()
  return (
    <section
      className={css['section']}
      aria-label={shown(section.heading) || undefined}
      data-section={section.section_id}
      data-fills={fillingOf(section)}
    >
      {section.heading === '' || section.kind === 'payment' ? null : (
        <h3 className={css['heading']}>{shown(section.heading)}</h3>
      )}
      {section.kind === 'facts' ? <Facts section={section} /> : null}
      {section.kind === 'text'
        ? section.lines.map((line) => (
            <p key={line} className={css['line']}>
              <bdi>{said(line)}</bdi>
            </p>
          ))
        : null}
      {section.kind === 'progress' ? <Bar of={section.of} says={section.says} progress={section.progress} /> : null}
      {section.kind === 'steps' ? (
        <>
          {section.says === '' ? null : <p className={css['empty']}>{said(section.says)}</p>}
          <Steps steps={section.steps} />
        </>
      ) : null}
      {section.kind === 'choices' ? <Choices section={section} /> : null}
      {section.kind === 'payment' ? <Payment section={section} /> : null}
      {isPicture(section) ? <Picture section={section} /> : null}
      {section.kind === 'paper' ? (
        <Paper document={section.document} name={paperName(papers, section.document)} logo={snapshot?.logo ?? null} />
      ) : null}
      {section.kind === 'labels' ? <LabelSheets section={section} name={shown(page.heading)} /> : null}
      {section.kind === 'table' ? <PageTable section={section} rows_before={rows_before} page={page} /> : null}
    </section>
  )
}

function hasPaper(page: PageView): boolean {
  return page.sections.some(({ kind }) => kind === 'paper' || kind === 'labels')
}

function Head({ page }: { readonly page: PageView }): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const { form, pay, keys } = state
  const words = useWords().page
  const said = useSaid()
  const asked = pay === null && form?.row_id === null ? form : null
  // Esc takes away what was typed into a payment before it leaves the page.
  const isTyped = pay !== null && isTouched(pay)
  const startOverWord = useWords().pay.start_over
  return (
    <header className={css['head']} data-asks={asked ? true : undefined}>
      <div className={css['title']}>
        <h2>
          <bdi>{shown(page.heading)}</bdi>
        </h2>
      </div>
      {page.lead === '' ? null : (
        <p className={css['lead']}>
          <bdi>{said(page.lead)}</bdi>
        </p>
      )}
      <div className={css['acts']}>
        <Acts acts={page.acts} row_id={null}>
          {hasPaper(page) ? (
            <Button chord={keys['paper-now']} onClick={() => printPaper(desk)}>
              {isByReceiptPrinter(state) ? words.print : words.print_dialog}
            </Button>
          ) : null}
          {isTyped ? (
            <Button chord="Esc" onClick={() => startOver(desk)}>
              {startOverWord}
            </Button>
          ) : null}
          {asked ? null : (
            <Button {...(isTyped ? {} : { chord: 'Esc' })} onClick={() => leavePage(desk)}>
              {words.back}
            </Button>
          )}
        </Acts>
      </div>
      {asked ? <PageForm key={asked.form_id} form={asked} today={page.today} /> : null}
    </header>
  )
}

/** How many rows the sections before this one have. */
function rowsBefore(sections: readonly Section[], at: number): number {
  return sections.slice(0, at).reduce((sum, one) => sum + (one.kind === 'table' ? one.rows.length : 0), 0)
}

function Some({ page, isAside }: { readonly page: PageView; readonly isAside: boolean }): ReactNode {
  const { sections, aside } = page
  return sections.map((section, at) =>
    aside.includes(section.section_id) === isAside ? (
      <Fragment key={section.section_id}>
        <SectionBox section={section} rows_before={rowsBefore(sections, at)} page={page} />
      </Fragment>
    ) : null,
  )
}

/** A step begins at its top, with its form open; a form that was left stays closed. */
function useStep(page: PageView): RefObject<HTMLElement | null> {
  const desk = useDesk()
  const box = useRef<HTMLElement>(null)
  const step = stepOf(page)
  useLayoutEffect(() => {
    const { form, search, panel, snapshot } = desk.store.now()
    const now = snapshot?.page
    if (step === null || !now) return
    if (box.current) box.current.scrollTop = 0
    const isFree = form === null && search === null && panel === 'none'
    if (isFree && now.enter && asksAtOnce(now)) runAct(desk, { act: now.enter, row_id: null })
  }, [desk, step])
  return box
}

export function Page({ page }: { readonly page: PageView }): ReactNode {
  const box = useStep(page)
  useInSight(box, page)
  return (
    <section
      ref={box}
      className={page.sections.some(fillingOf) ? `${css['page']} ${filled['filled']}` : css['page']}
      aria-label={shown(page.heading)}
      data-part="page"
      data-place={page.ref.place}
      tabIndex={0}
    >
      <Head page={page} />
      {page.aside.length === 0 ? (
        <Some page={page} isAside={false} />
      ) : (
        <div className={css['columns']}>
          <div className={css['column']}>
            <Some page={page} isAside={false} />
          </div>
          <div className={css['column']} data-part="aside">
            <Some page={page} isAside />
          </div>
        </div>
      )}
    </section>
  )
}
