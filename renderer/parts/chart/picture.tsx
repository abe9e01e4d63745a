/** Any picture of a page, by its kind. */
import type { ReactNode } from 'react'
import type { Section } from '../../../shared/desk/page.ts'
import { PICTURE_KINDS, type Picture as Pictured } from '../../../shared/desk/pictures.ts'
import { BackupStripPart } from './backup-strip.tsx'
import { ChartPart } from './chart.tsx'
import { CurvePart } from './curve.tsx'
import { LevelPart } from './level.tsx'
import { MonthsPart } from './months.tsx'
import { SpinesPart } from './spines.tsx'
import { WalkPart } from './walk.tsx'

export function isPicture(section: Section): section is Pictured {
  return PICTURE_KINDS.has(section.kind)
}

export function Picture({ section }: { readonly section: Pictured }): ReactNode {
  switch (section.kind) {
    case 'backup-strip':
      return <BackupStripPart section={section} />
    case 'chart':
      return <ChartPart section={section} />
    case 'curve':
      return <CurvePart section={section} />
    case 'level':
      return <LevelPart section={section} />
    case 'months':
      return <MonthsPart section={section} />
    case 'spines':
      return <SpinesPart section={section} />
    case 'walk':
      return <WalkPart section={section} />
  }
}
