/** Brings in sight, on a page that is longer than the screen, a row with all that belongs to it, or what just came. */
import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { PageView } from '../../../shared/desk/page.ts'
import { useDeskState } from '../../desk/use-desk.ts'
import { scrollerOf } from '../../fields/scroll-page.ts'

/** A row with its notes and with what can be done, which are rows of the table under it. */
export function showWhole(row: Element): void {
  let last = row
  while (last.nextElementSibling && !last.nextElementSibling.hasAttribute('aria-selected'))
    last = last.nextElementSibling
  last.scrollIntoView({ block: 'nearest' })
  row.scrollIntoView({ block: 'nearest' })
}

/** The section where it came, or in it the row of the cursor. */
function showNews(box: Element, row: Element | null): void {
  const first = box.querySelector('[data-section]')
  if (row && first?.contains(row)) return showWhole(row)
  first?.scrollIntoView({ block: 'nearest' })
  first?.firstElementChild?.scrollIntoView({ block: 'nearest' })
}

/**
 * Once a form is gone, what it stood at is in sight again: the row of the cursor, or the top of the page. What came
 * into the first section is in sight before that.
 */
export function useInSight(box: RefObject<HTMLElement | null>, { ref: { place }, news }: PageView): void {
  const { form } = useDeskState()
  const isOpen = form !== null
  const was = useRef({ isOpen, place, news })
  useLayoutEffect(() => {
    const isClosed = was.current.isOpen && !isOpen
    const isNews = was.current.news !== news && was.current.place === place
    // What comes while a form is open is shown once that is gone.
    was.current = { isOpen, place, news: isOpen && isNews ? was.current.news : news }
    if (!box.current || isOpen) return
    const row = box.current.querySelector('tr[aria-selected="true"]')
    if (isClosed && !row) scrollerOf(box.current)?.scrollTo(0, 0)
    if (isNews) showNews(box.current, row)
    else if (isClosed && row) showWhole(row)
  }, [box, isOpen, place, news])
}

/** The foot of a form has grown over the field that is being typed in: the field comes out from under it. */
export function fieldInSight(foot: Element | null): void {
  const field = document.activeElement
  if (foot === null || field === null || foot.contains(field) || !foot.parentElement?.contains(field)) return
  if (getComputedStyle(foot).position !== 'sticky') return
  if (field.getBoundingClientRect().bottom > foot.getBoundingClientRect().top) field.scrollIntoView({ block: 'center' })
}
