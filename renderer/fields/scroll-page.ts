/** Scrolls a page where the cursor has no row to go to, such as a paper, while the line keeps the focus. */
const PAGE = '[data-part="page"]'
/** Of the height of the page: a line or two of what was read stays in sight. */
const SCREEN_SHARE = 0.85
const STEP_PX = 80

/** What scrolls the page: itself, or with large letters all of the work. */
export function scrollerOf(page: Element | null): Element | null {
  if (page === null) return null
  const isScroller = getComputedStyle(page).overflowY === 'auto' && page.scrollHeight > page.clientHeight
  return isScroller ? page : scrollerOf(page.parentElement)
}

/** @param walk where the cursor would go among rows */
export function scrollPage(walk: 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'): void {
  const box = scrollerOf(document.querySelector(PAGE))
  if (!box) return
  const screen_px = Math.round(box.clientHeight * SCREEN_SHARE)
  box.scrollTop = {
    up: box.scrollTop - STEP_PX,
    down: box.scrollTop + STEP_PX,
    'page-up': box.scrollTop - screen_px,
    'page-down': box.scrollTop + screen_px,
    first: 0,
    last: box.scrollHeight,
  }[walk]
}
