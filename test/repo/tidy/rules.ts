/** All rules by name. The table test has a failing fixture for each: test/repo/fixtures/<name>/. */
import { arrows, cycles } from './arrows.ts'
import { columns } from './columns.ts'
import { deadLinks, deadPaths, decisionNumbers, oneHeading } from './docs.ts'
import { floors, mutual, siblings } from './floors.ts'
import { glossary } from './glossary.ts'
import { handles } from './handles.ts'
import { purity } from './purity.ts'
import { fileLength, functionLength, headComment, lineLength } from './sizes.ts'
import { sentences } from './sentences.ts'
import type { Rule } from './source.ts'
import { bannedWords, comments, oneMachine } from './words.ts'

/** `root`: the folder of the tree that the rules check. */
export function rulesFor(root: string): Readonly<Record<string, Rule>> {
  return {
    arrows,
    cycles,
    floors,
    mutual,
    siblings,
    handles,
    'file-length': fileLength,
    'function-length': functionLength,
    'line-length': lineLength,
    'head-comment': headComment,
    'banned-words': bannedWords,
    comments,
    'one-machine': oneMachine,
    purity,
    columns,
    glossary,
    sentences,
    'one-heading': oneHeading,
    'decision-numbers': decisionNumbers,
    'dead-links': deadLinks(root),
    'dead-paths': deadPaths(root),
  }
}
